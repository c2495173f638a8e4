#include "session/compare_results.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "imaging/result/expects.h"

namespace nadir::session
{
namespace
{
using nlohmann::json;
using Values = std::map<std::string, json>;

/// Without the images a mask keeps its own grid, which NIfTI states in single precision (24 bits).
double tolerance_of(ResultScope scope) { return scope == ResultScope::Everything ? 1e-9 : 1e-6; }

constexpr std::array<std::string_view, 5> left_out_always{"warnings", "software_version", "name", "remarks", "inputs"};

/// What is measured or derived on masks, calipers and states alone.
constexpr std::array<std::string_view, 20> without_pixels{"longest_diameter_mm",
                                                          "short_axis_mm",
                                                          "who_product_mm2",
                                                          "longest_in_any_plane_mm",
                                                          "feret_3d_mm",
                                                          "longest_inside_mm",
                                                          "response_contribution_mm",
                                                          "volume_ml",
                                                          "state",
                                                          "role",
                                                          "sum_of_diameters_mm",
                                                          "baseline_sum_mm",
                                                          "nadir_sum_mm",
                                                          "change_from_baseline_percent",
                                                          "change_from_nadir_percent",
                                                          "change_from_nadir_mm",
                                                          "target_response",
                                                          "non_target_response",
                                                          "overall_response",
                                                          "mask_sha256"};

template <class Names> bool is_one_of(const Names& names, std::string_view key)
{
  return std::find(names.begin(), names.end(), key) != names.end();
}

/// Lists of named things are told by their names, others by their numbers.
std::string step_of(const json& entry, std::size_t number)
{
  for (const char* key : {"id", "label"})
    if (entry.is_object() && entry.contains(key) && entry[key].is_string()) return entry[key].get<std::string>();
  return std::to_string(number);
}

class Collector
{
public:
  explicit Collector(ResultScope scope) : scope_(scope) {}

  void collect(const json& value, const std::string& place, std::string_view key)
  {
    if (is_one_of(left_out_always, key)) return;
    if (value.is_object())
      for (const auto& [name, member] : value.items()) collect(member, place + "/" + name, name);
    else if (value.is_array()) collect_list(value, place, key);
    else if (scope_ == ResultScope::Everything || is_one_of(without_pixels, key)) values_[place] = value;
  }
  Values values() && { return std::move(values_); }

private:
  void collect_list(const json& list, const std::string& place, std::string_view key)
  {
    std::size_t number = 0;
    for (const auto& entry : list)
    {
      collect(entry, place + "/" + step_of(entry, number), key);
      ++number;
    }
  }

  ResultScope scope_;
  Values values_;
};

Values values_of(std::string_view text, ResultScope scope)
{
  const auto document = json::parse(text, nullptr, false);
  NADIR_EXPECTS(!document.is_discarded());
  Collector collector(scope);
  collector.collect(document, "", "");
  return std::move(collector).values();
}

bool agree(const json& a, const json& b, double tolerance)
{
  if (!a.is_number() || !b.is_number()) return a == b;
  const double x = a.get<double>(), y = b.get<double>();
  return std::abs(x - y) <= tolerance * std::max(std::abs(x), std::abs(y));
}
}  // namespace

ResultComparison compare_results(std::string_view kept, std::string_view again, ResultScope scope)
{
  const auto before = values_of(kept, scope), now = values_of(again, scope);
  ResultComparison comparison;
  for (const auto& [place, value] : before)
  {
    ++comparison.compared;
    const auto found = now.find(place);
    if (found == now.end()) comparison.differences.push_back({place, value.dump(), "nothing"});
    else if (!agree(value, found->second, tolerance_of(scope)))
      comparison.differences.push_back({place, value.dump(), found->second.dump()});
  }
  for (const auto& [place, value] : now)
    if (!before.contains(place)) comparison.differences.push_back({place, "nothing", value.dump()});
  return comparison;
}
}  // namespace nadir::session
