#include "measure/response/recist_1_1/measurability.h"

#include <algorithm>

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr auto definitions_clause = "RECIST 1.1 section 3.1";
constexpr auto methods_clause = "RECIST 1.1 section 3.2";

std::optional<ReportedLength> slice_of(const LesionReading& reading, ReportedLength quantum)
{
  if (!reading.slice_thickness) return std::nullopt;
  const auto thickness = ReportedLength::rounded(*reading.slice_thickness, quantum);
  return reading.slice_spacing ? std::max(thickness, ReportedLength::rounded(*reading.slice_spacing, quantum)) : thickness;
}

/// Judges one lesion, rule by rule; the worst answer stays.
class Judge
{
public:
  Judge(const PatientReadings& readings, std::size_t lesion, const Protocol& protocol)
      : lesion_(readings.lesions()[lesion]), reading_(readings.timepoints().front().lesions[lesion]), limits_(protocol.baseline),
        size_(readings.counted_length(lesion, 0, protocol.length_quantum)), slice_(slice_of(reading_, protocol.length_quantum))
  {
  }

  LesionMeasurability judge()
  {
    judge_nature();
    judge_prior_treatment();
    judge_modality();
    judge_size();
    return std::move(answer_);
  }

private:
  void say(Measurability result, const char* rule, const char* clause, const std::string& explanation)
  {
    if (result == Measurability::NotMeasurable || answer_.result == Measurability::Measurable) answer_.result = result;
    answer_.findings.push_back({rule, clause, std::string(name_of(result)), lesion_.lesion.id.text() + ": " + explanation, {}});
  }
  void refuse(const char* rule, const char* clause, const std::string& why) { say(Measurability::NotMeasurable, rule, clause, why); }

  void judge_nature()
  {
    if (lesion_.nature == LesionNature::BlasticBone) refuse("B6", definitions_clause, "a blastic bone lesion is not measurable");
    if (lesion_.nature == LesionNature::SimpleCyst) refuse("B7", definitions_clause, "a simple cyst is not malignant and is not recorded");
    if (lesion_.nature == LesionNature::Diffuse) refuse("B9", definitions_clause, "diffuse disease is never measurable");
  }

  void judge_prior_treatment()
  {
    if (lesion_.prior_treatment == PriorTreatment::Yes)
      refuse("B8", definitions_clause, "treated locally before and not known to have progressed since");
    if (lesion_.prior_treatment == PriorTreatment::NotAsked && lesion_.lesion.role == LesionRole::Target)
      answer_.findings.push_back(
          {"B8",
           definitions_clause,
           "not asked",
           lesion_.lesion.id.text() + ": was it irradiated or treated locally before? The answer belongs to the record",
           {}});
  }

  void judge_modality()
  {
    if (reading_.modality == Modality::Ultrasound || reading_.modality == Modality::Other)
      refuse("B10", methods_clause, "this technique (" + std::string(name_of(reading_.modality)) + ") does not measure");
  }

  void judge_size()
  {
    if (!size_) return say(Measurability::NotVerifiable, "B2", definitions_clause, "no size is recorded at baseline");
    if (lesion_.lesion.nodal) return judge_node();
    if (reading_.modality == Modality::ChestXray) return compare("B2", limits_.measurable_minimum_xray, "by chest X-ray");
    if (reading_.modality == Modality::Clinical) return compare("B2", limits_.measurable_minimum, "by callipers");
    judge_by_slice(minimum_size(slice_.value_or(ReportedLength{}), limits_), "B2");
  }

  void judge_node()
  {
    if (*size_ < limits_.pathological_node_minimum)
      return refuse("B5", definitions_clause, "a node with a short axis of " + in_words(*size_) + " is normal and is not recorded");
    if (*size_ < limits_.target_node_minimum)
      return refuse("B5", definitions_clause, "a node with a short axis of " + in_words(*size_) + " is pathological but only non-target");
    judge_by_slice(minimum_node_size(slice_.value_or(ReportedLength{}), limits_), "B5");
  }

  /// `minimum` holds for the known slices; without a slice thickness it is the least that can be asked.
  void judge_by_slice(ReportedLength minimum, const char* rule)
  {
    if (slice_ || *size_ < minimum) return compare(rule, minimum, slice_ ? "at slices of " + in_words(*slice_) : "at any slice thickness");
    say(Measurability::NotVerifiable, "B3", definitions_clause,
        in_words(*size_) + " cannot be verified as measurable, because the slice thickness is not known; a reader has to confirm it");
  }

  void compare(const char* rule, ReportedLength minimum, const std::string& circumstance)
  {
    const bool enough = *size_ >= minimum;
    say(enough ? Measurability::Measurable : Measurability::NotMeasurable, rule, definitions_clause,
        in_words(*size_) + " against the minimum of " + in_words(minimum) + " " + circumstance);
  }

  const ReadLesion& lesion_;
  const LesionReading& reading_;
  const BaselineLimits& limits_;
  std::optional<ReportedLength> size_, slice_;
  LesionMeasurability answer_;
};
}  // namespace

std::string_view name_of(Measurability measurability)
{
  if (measurability == Measurability::Measurable) return "measurable";
  return measurability == Measurability::NotMeasurable ? "not measurable" : "measurability not verifiable";
}

ReportedLength minimum_size(ReportedLength slice, const BaselineLimits& limits)
{
  return slice > limits.thick_slice_above ? std::max(limits.measurable_minimum, 2 * slice) : limits.measurable_minimum;
}

ReportedLength minimum_node_size(ReportedLength slice, const BaselineLimits& limits)
{
  return slice > limits.thick_slice_above ? std::max(limits.target_node_minimum, 2 * slice) : limits.target_node_minimum;
}

LesionMeasurability measurability(const PatientReadings& readings, std::size_t lesion, const Protocol& protocol)
{
  return Judge(readings, lesion, protocol).judge();
}
}  // namespace nadir::measure::recist_1_1
