#pragma once

#include <string_view>

namespace nadir::reading
{
/// Why a table or a protocol file as a whole could not be used. Single bad rows are `RowProblem`s and cost their subject only.
enum class TableError
{
  NotReadable,    ///< no such file, no permission, a folder, or not a file one can read twice (a pipe)
  NotATable,      ///< empty, UTF-16, or separated by something else than commas
  HeaderInvalid,  ///< a needed column is missing, or a column is there twice
  Changed,        ///< the file changed while it was read
};
std::string_view error_code(TableError error);
}  // namespace nadir::reading
