#pragma once

#include <string>

#include "report/identity/date_time.h"

namespace nadir::report
{
/// What all objects of one export share.
struct ObjectStamp
{
  DateTime when;            ///< moment that the objects state as theirs
  std::string software;     ///< "nadir 0.1.0"
  std::string person;       ///< who read, "" = not known
  std::string assessment;   ///< SHA-256 of assessment.json: where the numbers come from
  std::string fingerprint;  ///< of assessment, moment and person: other content, other instance UIDs
};
}  // namespace nadir::report
