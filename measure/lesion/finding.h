#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nadir::measure
{
/// One step of a derivation: which rule fired, on what, with what outcome, in words a radiologist can check.
struct Finding
{
  std::string rule;                                         ///< rule of the specification, "T10"
  std::string clause;                                       ///< "RECIST 1.1 section 4.3.1"
  std::string outcome;                                      ///< "PD", "SD", "not measurable", ...
  std::string explanation;                                  ///< "the sum rose 23.1 % (+9.0 mm) from the nadir of 39.0 mm to 48.0 mm"
  std::vector<std::pair<std::string, std::string>> inputs;  ///< name -> value with unit
};

/// Something RECIST does not show. Information only: a flag never changes a category.
struct Flag
{
  std::string id;     ///< "F1 SD-VOLUP"
  std::string level;  ///< "notice", "flag", "strong"
  std::string explanation;
  std::vector<std::pair<std::string, std::string>> numbers;  ///< name -> value with unit
  std::vector<std::string> literature_for;                   ///< citations that support giving it weight
  std::vector<std::string> literature_against;               ///< citations that speak against it
};
}  // namespace nadir::measure
