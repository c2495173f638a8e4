#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "report/fhir/bundle_source.h"

namespace nadir::report::fhir
{
struct CarriedLesion
{
  std::string id, organ, role, tracking_uid;
  bool nodal = false;

  bool operator==(const CarriedLesion&) const = default;
};

struct CarriedState
{
  std::string state, reason;
  std::optional<double> longest_diameter, short_axis, volume;  ///< mm, mm, mL
  std::vector<double> fragments;                               ///< mm
  std::string merged_into;

  bool operator==(const CarriedState&) const = default;
};

struct CarriedTimepoint
{
  std::string label, date;
  std::vector<std::string> series;                 ///< UIDs of the images
  std::map<std::string, CarriedState> lesions;     ///< by id
  std::map<std::string, double> sums;              ///< NCI Thesaurus code -> value
  std::string target, non_target, overall, trend;  ///< words of the categories; SNOMED CT code of the trend

  bool operator==(const CarriedTimepoint&) const = default;
};

/// What a bundle carries of an assessment.
struct CarriedCase
{
  std::string patient, assessment_sha256;
  std::vector<CarriedLesion> lesions;
  std::vector<CarriedTimepoint> timepoints;

  bool operator==(const CarriedCase&) const = default;
};

CarriedCase carried_by(const BundleSource& source);

/// The same, told from a bundle that was read back. Failure NotABundle.
Result<CarriedCase> carried_by(std::string_view bundle);
}  // namespace nadir::report::fhir
