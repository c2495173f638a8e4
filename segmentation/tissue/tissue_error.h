#pragma once

#include <string_view>

namespace nadir::segmentation
{
enum class TissueError
{
  EmptyLesion,        ///< the mask has no voxel
  NoChannel,          ///< no image was given
  NotCovered,         ///< no image covers the lesion
  NoReference,        ///< no reference tissue was found, or the one given cannot be used
  ContrastOrder,      ///< question: the two T1 images look exchanged
  AdcUnit,            ///< question: the unit of the ADC map cannot be told
  ThresholdQuantity,  ///< a threshold was set for a quantity that these images do not tell tissue by
};
std::string_view error_code(TissueError error);
}  // namespace nadir::segmentation
