#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/units/millimeters.h"

namespace nadir::measure
{
/// How much a difference of technique matters to a comparison.
enum class ComparabilitySeverity
{
  Same,     ///< no difference, as far as the files tell
  Note,     ///< worth knowing; its effect stays below what is reported
  Caution,  ///< its effect can be seen in the numbers
  Stop,     ///< the two must not be compared unless a person says so
};
inline std::string_view name_of(ComparabilitySeverity severity)
{
  switch (severity)
  {
  case ComparabilitySeverity::Same: return "same";
  case ComparabilitySeverity::Note: return "note";
  case ComparabilitySeverity::Caution: return "caution";
  case ComparabilitySeverity::Stop: return "stop";
  }
  return "";
}

/// One aspect of two examinations set side by side. Effects are magnitudes on one lesion; absent where nothing is known.
struct ComparabilityItem
{
  std::string aspect;    ///< "plane", "slice thickness", ...
  std::string baseline;  ///< value with unit, "unknown" where the files give none
  std::string followup;
  ComparabilitySeverity severity = ComparabilitySeverity::Note;
  std::optional<Millimeters> diameter_effect;  ///< estimated change of the longest diameter by technique alone
  std::optional<double> volume_effect_percent;
  std::string text;    ///< what it means, for people
  std::string method;  ///< where the estimate comes from
};

/// Whether a follow-up series can be compared with its baseline series.
struct ComparabilityReport
{
  std::string baseline_stack;
  std::string followup_stack;
  std::vector<std::string> lesions;      ///< measured on this pair; empty when none was given
  Millimeters reference_diameter;        ///< that the effects are estimated for
  std::vector<ComparabilityItem> items;  ///< the gravest first; what is the same last

  /// The gravest of the items.
  ComparabilitySeverity severity() const
  {
    auto gravest = ComparabilitySeverity::Same;
    for (const auto& item : items) gravest = std::max(gravest, item.severity);
    return gravest;
  }
};
}  // namespace nadir::measure
