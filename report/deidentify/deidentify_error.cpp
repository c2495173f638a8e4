#include "report/deidentify/deidentify_error.h"

namespace nadir::report
{
std::string_view error_code(DeidentifyError error)
{
  switch (error)
  {
  case DeidentifyError::KeyUnusable: return "key_unusable";
  case DeidentifyError::ObjectUnusable: return "object_unusable";
  case DeidentifyError::BurnedIn: return "burned_in";
  case DeidentifyError::StillNames: return "still_names";
  case DeidentifyError::NotWritten: return "not_written";
  }
  return "unknown";
}
}  // namespace nadir::report
