#include "sample_data/phantom/phantom_error.h"

namespace nadir::phantom
{
std::string_view error_code(PhantomError error)
{
  switch (error)
  {
  case PhantomError::CannotWrite: return "phantom.cannot-write";
  case PhantomError::FolderInUse: return "phantom.folder-in-use";
  case PhantomError::UnknownCase: return "phantom.unknown-case";
  case PhantomError::BadOption: return "phantom.bad-option";
  }
  return "phantom.unknown";
}
}  // namespace nadir::phantom
