#pragma once

#include <string_view>

namespace nadir::segmentation
{
/// Why two masks cannot be compared.
enum class AgreementError
{
  Empty,           ///< one of them has no voxel: there is no surface to measure a distance from
  DifferentGrids,  ///< their voxels are not the same voxels
  TooLarge,        ///< the box around both holds more than 200 million voxels
};
std::string_view error_code(AgreementError error);
}  // namespace nadir::segmentation
