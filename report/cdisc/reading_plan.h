#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/response/reported_length.h"
#include "report/cdisc/study.h"

namespace nadir::report::cdisc
{
/// A lesion with the name that links TU and TR.
struct PlannedLesion
{
  measure::Lesion lesion;
  std::string link;                       ///< TULNKID, unique for the subject: "T01", with several readers "R1-T01"
  std::optional<std::size_t> identified;  ///< time point at which TU names it; none = a new lesion that was never seen
};

/// A visit of the study. Subjects with the same label share it.
struct Visit
{
  int number = 0;    ///< VISITNUM, 1 = the first of the study
  std::string name;  ///< VISIT: the label of the time point
};

/// One reading with everything that has to be decided before its rows can be written.
struct ReadingPlan
{
  const StudyReading* reading = nullptr;
  std::size_t number = 0;              ///< position of the reading in the study
  std::string subject;                 ///< USUBJID
  std::string prefix;                  ///< of links and link groups: "" or "R1-"
  std::vector<PlannedLesion> lesions;  ///< in the order in which the assessment first names them
  std::vector<Visit> visits;           ///< one a time point
  measure::ReportedLength quantum;     ///< lengths are written as they were reported
  int decimals = 1;                    ///< of lengths, as the quantum needs

  const measure::Assessment& assessment() const { return *reading->assessment; }
  /// What the assessment says of a lesion there; nullptr = nothing.
  const measure::LesionAssessment* find(const LesionId& lesion, std::size_t timepoint) const;
  const PlannedLesion* find(const LesionId& lesion) const;
  /// "A2", with several readers "R1-A2": joins the rows of TR that a row of RS rests on.
  std::string link_group(std::size_t timepoint) const;
};

/// Checks identifiers, evaluators, dates, states and lineages, gives links to lesions and numbers to visits. Readings of one subject come
/// to stand together, otherwise their order is kept.
///
/// - A lesion keeps its id as link when the id has letters, digits, '-' and '_' only, 20 at most; else it is named T01, NT01, NEW01, ...
/// - Visits are numbered over the whole study in an order that every subject's own order agrees with.
///
/// Failures: every CdiscError but NotADataset.
Result<std::vector<ReadingPlan>> plan_of(const Study& study);
}  // namespace nadir::report::cdisc
