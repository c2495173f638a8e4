#include "imaging/dicom/study_agreement.h"

#include <set>
#include <string>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
constexpr Tag patient_position{0x0018, 0x5100};

/// The different values that the stacks of a study give.
template <class ValueOf> std::set<std::string> values_of(const Study& study, const ValueOf& value_of)
{
  std::set<std::string> values;
  for (const auto& series : study.series)
    for (const auto& stack : series.stacks)
      if (auto value = value_of(stack); !value.empty()) values.insert(std::move(value));
  return values;
}

std::string position_of(const ImageStack& stack)
{
  return stack.slices.empty() || !stack.slices.front().file ? "" : code_text(stack.slices.front().file->data(), patient_position);
}

std::string listed(const std::set<std::string>& values)
{
  std::string text;
  for (const auto& value : values) append(text, value, ", ");
  return text;
}
}  // namespace

std::vector<GeometryRemark> study_disagreements(const Study& study)
{
  std::vector<GeometryRemark> remarks;
  if (values_of(study, [](const ImageStack& stack) { return stack.acquisition_time.substr(0, 8); }).size() > 1)
    remarks.push_back({Severity::Warning, "identity.mixed-days",
                       "the series of this study were taken on different days (two examinations may be mixed). Check which day a lesion is "
                       "measured on."});
  if (const auto positions = values_of(study, position_of); positions.size() > 1)
    remarks.push_back({Severity::Warning, "identity.mixed-positions",
                       "the patient lay differently in the series of this study (" + listed(positions) +
                           "): a place in one is not the same place in another. Compare series of one position only."});
  if (const auto parts = values_of(study, [](const ImageStack& stack) { return stack.body_part; }); parts.size() > 1)
    remarks.push_back(
        {Severity::Note, "identity.mixed-body-parts", "the series of this study show different body parts (" + listed(parts) + ")."});
  return remarks;
}
}  // namespace nadir::imaging
