#include "session/blinded.h"

#include <regex>

namespace nadir::session
{
namespace
{
measure::LesionAssessment name_only(const measure::LesionAssessment& lesion)
{
  measure::LesionAssessment hidden;
  hidden.lesion = lesion.lesion;
  return hidden;
}

measure::TimepointAssessment hidden(const measure::TimepointAssessment& timepoint)
{
  measure::TimepointAssessment shown;
  shown.label = timepoint.label;
  shown.series = timepoint.series;
  for (const auto& lesion : timepoint.lesions) shown.lesions.push_back(name_only(lesion));
  return shown;
}

measure::TimepointAssessment being_read(const measure::TimepointAssessment& timepoint)
{
  auto shown = hidden(timepoint);
  shown.lesions = timepoint.lesions;
  for (auto& lesion : shown.lesions)
    for (auto& warning : lesion.warnings) warning = without_dates(warning);
  return shown;
}
}  // namespace

std::string without_dates(const std::string& text)
{
  static const std::regex day(R"(\b(19|20)\d\d-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])\b)");
  return std::regex_replace(text, day, "(date hidden)");
}

measure::Assessment blinded(const measure::Assessment& assessment, const TimepointLabel& current)
{
  measure::Assessment shown;
  shown.patient = assessment.patient;
  shown.software_version = assessment.software_version;
  shown.criteria = assessment.criteria;
  shown.protocol_differences = assessment.protocol_differences;
  shown.limits = assessment.limits;
  for (const auto& timepoint : assessment.timepoints)
    shown.timepoints.push_back(timepoint.label == current ? being_read(timepoint) : hidden(timepoint));
  return shown;
}
}  // namespace nadir::session
