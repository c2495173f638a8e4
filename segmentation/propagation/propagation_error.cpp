#include "segmentation/propagation/propagation_error.h"

namespace nadir::segmentation
{
std::string_view error_code(PropagationError error)
{
  switch (error)
  {
  case PropagationError::EmptyLesion: return "propagation.empty-lesion";
  case PropagationError::NotOnBaseline: return "propagation.not-on-baseline";
  case PropagationError::OutsideFollowUp: return "propagation.outside-follow-up";
  case PropagationError::Undecided: return "propagation.undecided";
  case PropagationError::Unseen: return "propagation.unseen";
  case PropagationError::NothingToCompare: return "propagation.nothing-to-compare";
  }
  return "propagation";
}
}  // namespace nadir::segmentation
