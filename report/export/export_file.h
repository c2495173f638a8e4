#pragma once

#include <string>

namespace nadir::report
{
/// One file of an export. The name has letters a-z, digits, '.', '-' and '_' only, and nothing of the patient.
struct ExportFile
{
  std::string name;
  std::string bytes;
};
}  // namespace nadir::report
