#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/cdisc/dataset.h"
#include "report/cdisc/study.h"

namespace nadir::report::cdisc
{
/// What TU, TR and their supplements say of one lesion at one visit. Lengths in mm, as reported.
struct CarriedResult
{
  std::string state;             ///< word of the specification: "MEASURED", "ABSENT", ...
  std::optional<double> length;  ///< what counts; of a split lesion the sum of its parts
  std::vector<double> parts;
  std::string merged_into;  ///< id of the lesion that carries the mass
  std::string reason;
  std::string reference;  ///< UID of the image or series

  bool operator==(const CarriedResult&) const = default;
};

struct CarriedLesion
{
  std::string id, organ, tracking_uid;
  measure::LesionRole role = measure::LesionRole::Target;
  bool nodal = false;

  bool operator==(const CarriedLesion&) const = default;
};

struct CarriedVisit
{
  std::string label, date;
  std::map<std::string, CarriedResult> results;  ///< by id of the lesion
  std::map<std::string, std::string> derived;    ///< TRTESTCD -> number as text
  std::map<std::string, std::string> responses;  ///< RSTESTCD -> word

  bool operator==(const CarriedVisit&) const = default;
};

/// What SDTM datasets carry of one reading. A measured length that is reported as 0 mm counts as ABSENT, a split without parts as MEASURED;
/// a new lesion exists from the visit at which it was first seen; an organ that was not stated is "not stated", of a node "lymph node".
struct CarriedReading
{
  std::string subject, evaluator, evaluator_id;
  bool accepted = false;
  std::vector<CarriedLesion> lesions;
  std::vector<CarriedVisit> visits;

  bool operator==(const CarriedReading&) const = default;
};

/// What will be carried of a study, told from the study itself; by subject, as `submission_of` sorts them. Expects a study that `plan_of`
/// accepts.
std::vector<CarriedReading> carried_by(const Study& study);

/// The same, told from datasets that were read back. Failure NotADataset.
Result<std::vector<CarriedReading>> carried_by(const std::vector<Dataset>& datasets);
}  // namespace nadir::report::cdisc
