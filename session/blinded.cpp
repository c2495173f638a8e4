#include "session/blinded.h"

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
  return shown;
}
}  // namespace

measure::Assessment blinded(const measure::Assessment& assessment, const TimepointLabel& current)
{
  measure::Assessment shown;
  shown.patient = assessment.patient;
  shown.software_version = assessment.software_version;
  shown.criteria = assessment.criteria;
  shown.protocol_differences = assessment.protocol_differences;
  shown.limits = assessment.limits;
  for (const auto& timepoint : assessment.timepoints) shown.timepoints.push_back(timepoint.label == current ? being_read(timepoint) : hidden(timepoint));
  return shown;
}
}  // namespace nadir::session
