#pragma once

#include <optional>
#include <set>
#include <string>

namespace nadir::cli
{
/// What a person says on the command line of `nadir tissue`; empty = not given.
struct TissueOptions
{
  std::string mask;
  std::optional<int> label;
  std::string t1;
  std::string t1c;
  std::string t2;
  std::string stir;
  std::string flair;
  std::string adc;
  std::string out;
  std::string reference;        ///< mask file
  std::string reference_point;  ///< x,y,z
  std::string adc_unit;         ///< "1e-6", "1e-3", "1"
  std::string threshold;        ///< "enhancement=0.35"
  std::set<std::string> confirmed;
  bool without_registration = false;
  bool as_json = false;
};
}  // namespace nadir::cli
