#pragma once

#include "report/cdisc/reading_plan.h"
#include "report/cdisc/records.h"

namespace nadir::report::cdisc
{
/// Study, subject, evaluator, visit, epoch, date and study day of a row; the sequence number is left open.
///
/// Epoch: SCREENING at baseline, TREATMENT after it, as in CDISC's RECIST 1.1 concepts; where the first day of treatment is known,
/// SCREENING before it and TREATMENT after it, so that epoch and study day never contradict each other. Study day: 1 on the first day of
/// treatment, -1 on the day before; none without the day of treatment or with an incomplete date.
FindingRecord frame_of(const ReadingPlan& plan, std::string_view study, std::size_t timepoint);

/// A row that has its frame and nothing else.
template <class Record> Record framed(const ReadingPlan& plan, std::string_view study, std::size_t timepoint)
{
  Record record;
  static_cast<FindingRecord&>(record) = frame_of(plan, study, timepoint);
  return record;
}

/// What leads to the image of a caliper: its SOP Instance UID, else the series of the lesion, else "".
std::string reference_of(const std::optional<measure::Caliper>& caliper, const measure::LesionAssessment& lesion);

/// The caliper whose length counts: longest diameter, for a node the short axis where there is one.
const std::optional<measure::Caliper>& counted_caliper(const measure::LesionAssessment& lesion);

/// Name of that caliper in the trace.
std::string counted_measurement(const measure::LesionAssessment& lesion);

/// Whether anything was examined at a time point: a lesion that was not done there was not for lack of a scan.
bool was_scanned(const measure::TimepointAssessment& timepoint);

inline constexpr const char* method = "MRI";  ///< the only images that are measured here
}  // namespace nadir::report::cdisc
