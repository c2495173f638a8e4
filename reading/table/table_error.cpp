#include "reading/table/table_error.h"

namespace nadir::reading
{
std::string_view error_code(TableError error)
{
  switch (error)
  {
  case TableError::NotReadable: return "table.not-readable";
  case TableError::NotATable: return "table.not-a-table";
  case TableError::HeaderInvalid: return "table.header-invalid";
  case TableError::Changed: return "table.changed";
  }
  return "table.unknown";
}
}  // namespace nadir::reading
