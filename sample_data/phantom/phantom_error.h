#pragma once

#include <string_view>

namespace nadir::phantom
{
/// Why sample data could not be made.
enum class PhantomError
{
  CannotWrite,  ///< a folder or file could not be created
  FolderInUse,  ///< the output folder holds files that this program did not make
  UnknownCase,
  BadOption,  ///< a size out of range
};
std::string_view error_code(PhantomError error);
}  // namespace nadir::phantom
