#pragma once

#include <string_view>

namespace nadir::segmentation
{
enum class PropagationError
{
  EmptyLesion,       ///< the baseline mask holds no voxel
  NotOnBaseline,     ///< the mask does not lie in the baseline image
  OutsideFollowUp,   ///< the follow-up does not show the place where the lesion lay
  Undecided,         ///< nothing is found, but what lies there does not look like the surroundings either
  Unseen,            ///< what was found hardly differs from what lies around it, and much of its border is not seen: its size is a guess
  NothingToCompare,  ///< too little tissue around the lesion is seen on both dates
};
std::string_view error_code(PropagationError error);
}  // namespace nadir::segmentation
