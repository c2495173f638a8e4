#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/fhir/carried_case.h"
#include "report/fhir/fhir_error.h"
#include "report/fhir/fhir_names.h"
#include "report/table/visible_text.h"
#include "report/vocabulary/coded_concept.h"
#include "report/vocabulary/response_concepts.h"

namespace nadir::report::fhir
{
namespace
{
using Json = nlohmann::json;

std::string code_of(const Json& codeable) { return codeable.at("coding").at(0).at("code").get<std::string>(); }

/// The category that a value stands for: a code of the NCI Thesaurus, else words.
std::string category_of(const Json& value)
{
  if (value.contains("text")) return original_text(value.at("text").get<std::string>());
  return std::string(response_category(CodedConcept{code_of(value), "NCIt", ""}));
}

/// Puts the resources of a bundle together again.
class Reader
{
public:
  explicit Reader(const Json& bundle)
  {
    carried_.assessment_sha256 = bundle.at("identifier").at("value").get<std::string>();
    for (const auto& entry : bundle.at("entry")) resources_.emplace(entry.at("fullUrl").get<std::string>(), entry.at("resource"));
    for (const auto& entry : bundle.at("entry")) take(entry.at("fullUrl").get<std::string>(), entry.at("resource"));
  }
  CarriedCase take_case() { return std::move(carried_); }

private:
  void take(const std::string& url, const Json& resource)
  {
    const auto type = resource.at("resourceType").get<std::string>();
    if (type == "Patient") carried_.patient = original_text(resource.at("identifier").at(0).at("value").get<std::string>());
    if (type == "BodyStructure") take_tumor(url, resource);
    if (type == "DiagnosticReport") take_report(resource);
  }

  void take_tumor(const std::string& url, const Json& tumor)
  {
    CarriedLesion lesion;
    lesion.tracking_uid = tumor.at("identifier").at(0).at("value").get<std::string>().substr(8);
    lesion.id = original_text(tumor.at("identifier").at(1).at("value").get<std::string>());
    if (tumor.contains("description")) lesion.organ = original_text(tumor.at("description").get<std::string>());
    positions_[url] = carried_.lesions.size();
    carried_.lesions.push_back(std::move(lesion));
  }

  void take_report(const Json& report)
  {
    auto& timepoint = carried_.timepoints.emplace_back();
    timepoint.label = original_text(report.at("identifier").at(0).at("value").get<std::string>());
    timepoint.date = report.value("effectiveDateTime", "");
    for (const auto& study : report.value("imagingStudy", Json::array()))
      for (const auto& series : resources_.at(study.at("reference").get<std::string>()).at("series"))
        timepoint.series.push_back(series.at("uid").get<std::string>());
    for (const auto& result : report.value("result", Json::array()))
      take_result(resources_.at(result.at("reference").get<std::string>()), timepoint);
  }

  void take_result(const Json& observation, CarriedTimepoint& timepoint)
  {
    const auto code = code_of(observation.at("code"));
    if (observation.contains("focus")) return take_lesion_result(observation, code, timepoint);
    if (code == names::target_response) timepoint.target = category_of(observation.at("valueCodeableConcept"));
    else if (code == names::non_target_response) timepoint.non_target = category_of(observation.at("valueCodeableConcept"));
    else if (code == names::cancer_outcome) timepoint.overall = category_of(observation.at("valueCodeableConcept"));
    else if (code == names::disease_status_code) timepoint.trend = code_of(observation.at("valueCodeableConcept"));
    else timepoint.sums[code] = observation.at("valueQuantity").at("value").get<double>();
  }

  void take_lesion_result(const Json& observation, const std::string& code, CarriedTimepoint& timepoint)
  {
    auto& lesion = carried_.lesions.at(positions_.at(observation.at("focus").at(0).at("reference").get<std::string>()));
    auto& state = timepoint.lesions[lesion.id];
    if (code == names::longest_perpendicular) return void(state.short_axis = observation.at("valueQuantity").at("value").get<double>());
    if (code == names::volume) return void(state.volume = observation.at("valueQuantity").at("value").get<double>());
    if (code == names::size_of_tumor) return take_dimensions(observation, state);
    lesion.nodal = code == names::node_state;
    lesion.role = role_of(observation.at("component").at(0).at("valueCodeableConcept"));
    take_parts(observation.at("component"), state);
    state.state = original_text(observation.value("valueString", ""));
    if (observation.contains("note")) state.reason = original_text(observation.at("note").at(0).at("text").get<std::string>());
  }

  static void take_parts(const Json& components, CarriedState& state)
  {
    for (const auto& component : components)
    {
      const auto words = component.at("code").value("text", "");
      if (words == names::part_of_split) state.fragments.push_back(component.at("valueQuantity").at("value").get<double>());
      if (words == names::merged_into) state.merged_into = original_text(component.at("valueString").get<std::string>());
    }
  }

  static std::string role_of(const Json& value)
  {
    if (value.contains("text")) return value.at("text").get<std::string>();
    return code_of(value) == names::target_at_baseline ? "target" : "non-target";
  }

  static void take_dimensions(const Json& size, CarriedState& state)
  {
    for (const auto& component : size.at("component"))
      (code_of(component.at("code")) == names::longest_dimension ? state.longest_diameter : state.short_axis) =
          component.at("valueQuantity").at("value").get<double>();
  }

  CarriedCase carried_;
  std::map<std::string, Json> resources_;
  std::map<std::string, std::size_t> positions_;
};
}  // namespace

Result<CarriedCase> carried_by(std::string_view bundle)
{
  const auto failure = [](const std::string& why)
  {
    return Failure{FhirError::NotABundle,
                   "the text is no bundle as it is written here: " + why + " (what it says could be read wrongly). Export it again."};
  };
  try
  {
    return Reader(Json::parse(bundle)).take_case();
  }
  catch (const Json::exception& problem)
  {
    return failure(problem.what());
  }
  catch (const std::out_of_range&)
  {
    return failure("a reference leads nowhere");
  }
}
}  // namespace nadir::report::fhir
