#include "segmentation/edit/edit_error.h"

namespace nadir::segmentation
{
std::string_view error_code(EditError error)
{
  switch (error)
  {
  case EditError::GridMismatch: return "edit.grid-mismatch";
  case EditError::NothingBetween: return "edit.nothing-between";
  }
  return "edit.unknown";
}
}  // namespace nadir::segmentation
