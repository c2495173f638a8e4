#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "report/fhir/fhir_names.h"
#include "report/fhir/formats.h"
#include "report/fhir/patient_bundle.h"
#include "report/table/partial_date.h"

namespace nadir::report::fhir
{
namespace
{
using Json = nlohmann::json;
using Keys = std::set<std::string, std::less<>>;

const std::array trends = std::to_array<std::string_view>(
    {"268910001", "359746009", "271299001", "709137006", "550991000124107", "551001000124108", "103338009", "103337004", "399409002"});
const std::array responses = std::to_array<std::string_view>({"C4870", "C18058", "C18213", "C35571", "C62222", "C96700"});
const std::array statuses = std::to_array<std::string_view>({"preliminary", "final", "amended"});
const std::array sides = std::to_array<std::string_view>({"7771000", "24028007", "51440002"});
const std::array methods = std::to_array<std::string_view>({names::magnetic_resonance_imaging});
const std::array evidence = std::to_array<std::string_view>({names::imaging_evidence});

template <class Words> bool is_one_of(std::string_view word, const Words& words)
{
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Elements that a resource may and must have.
struct Shape
{
  Keys allowed, required;
};

const std::map<std::string, Shape, std::less<>>& shapes()
{
  static const std::map<std::string, Shape, std::less<>> all{
      {"Patient", {{"resourceType", "id", "meta", "extension", "identifier", "name", "gender"}, {"identifier", "name", "gender"}}},
      {"BodyStructure",
       {{"resourceType", "id", "meta", "identifier", "morphology", "location", "locationQualifier", "description", "patient"},
        {"identifier", "location", "patient"}}},
      {"ImagingStudy",
       {{"resourceType", "id", "identifier", "status", "subject", "started", "numberOfSeries", "series"}, {"status", "subject", "series"}}},
      {"Observation",
       {{"resourceType", "id", "meta", "extension", "status", "category", "code", "subject", "focus", "effectiveDateTime", "valueQuantity",
         "valueCodeableConcept", "valueString", "note", "method", "derivedFrom", "component"},
        {"status", "code", "subject"}}},
      {"DiagnosticReport",
       {{"resourceType", "id", "text", "identifier", "status", "category", "code", "subject", "effectiveDateTime", "result", "imagingStudy",
         "conclusion"},
        {"status", "code", "subject"}}},
  };
  return all;
}

/// Code of the first coding; "" when there is none.
std::string code_of(const Json& codeable)
{
  if (!codeable.is_object() || !codeable.contains("coding") || !codeable["coding"].is_array() || codeable["coding"].empty()) return "";
  const auto& coding = codeable["coding"][0];
  return coding.is_object() && coding.contains("code") && coding["code"].is_string() ? coding["code"].get<std::string>() : "";
}

/// Looks through one bundle.
class Check
{
public:
  std::vector<std::string> run(const Json& bundle)
  {
    check_bundle(bundle);
    if (!problems_.empty()) return std::move(problems_);
    for (const auto& entry : bundle["entry"]) urls_.insert(entry["fullUrl"].get<std::string>());
    std::size_t number = 0, patients = 0;
    for (const auto& entry : bundle["entry"])
    {
      place_ = "entry " + std::to_string(++number) + " (" + entry["resource"]["resourceType"].get<std::string>() + ")";
      patients += entry["resource"]["resourceType"] == "Patient";
      check_resource(entry["resource"]);
    }
    place_ = "Bundle";
    if (patients != 1) tell("it has " + std::to_string(patients) + " patients, not one");
    return std::move(problems_);
  }

private:
  void tell(const std::string& problem)
  {
    problems_.push_back(place_ + ": " + problem + " (a FHIR server would refuse it). Correct the assessment.");
  }

  void check_bundle(const Json& bundle)
  {
    place_ = "Bundle";
    if (!bundle.is_object() || bundle.value("resourceType", "") != "Bundle" || bundle.value("type", "") != "collection")
      return tell("it is no collection");
    if (!is_instant(bundle.value("timestamp", ""))) tell("timestamp is no instant");
    if (!bundle.contains("entry") || !bundle["entry"].is_array() || bundle["entry"].empty()) return tell("it has no entry");
    Keys urls;
    for (const auto& entry : bundle["entry"])
    {
      const bool is_whole = entry.is_object() && entry.contains("fullUrl") && entry["fullUrl"].is_string() && entry.contains("resource") &&
                            entry["resource"].is_object() && shapes().contains(entry["resource"].value("resourceType", ""));
      if (!is_whole) return tell("an entry has no address, or no resource of a known kind");
      if (!urls.insert(entry["fullUrl"].get<std::string>()).second) tell("two entries have the same address");
    }
  }

  void check_resource(const Json& resource)
  {
    const auto type = resource["resourceType"].get<std::string>();
    const auto& shape = shapes().find(type)->second;
    for (const auto& [key, value] : resource.items())
      if (!shape.allowed.contains(key)) tell("element " + key + " is not known");
    for (const auto& key : shape.required)
      if (!resource.contains(key)) tell("element " + key + " is missing");
    if (!is_id(resource.value("id", ""))) tell("the id is none");
    walk(resource, type);
    if (!problems_.empty()) return;
    if (type == "Patient") check_patient(resource);
    if (type == "BodyStructure") check_tumor(resource);
    if (type == "ImagingStudy") check_images(resource);
    if (type == "Observation") check_observation(resource);
    if (type == "DiagnosticReport") check_status(resource), check_dates(resource, "effectiveDateTime");
  }

  /// What holds of every element: texts, codings, quantities, references.
  void walk(const Json& element, const std::string& path)
  {
    if (element.is_null()) return tell(path + " is empty");
    if (element.is_string() && !is_text(element.get<std::string>())) return tell(path + " is empty, or has control characters");
    if (element.is_array() && element.empty()) return tell(path + " is empty");
    if (element.is_array())
      for (const auto& item : element) walk(item, path);
    if (!element.is_object()) return;
    if (element.empty()) return tell(path + " is empty");
    if (element.contains("coding")) check_codings(element["coding"], path);
    if (element.contains("reference") && !(element["reference"].is_string() && urls_.contains(element["reference"].get<std::string>())))
      tell(path + " refers to nothing in the bundle");
    if (path.ends_with("valueQuantity") && !(element.contains("value") && element["value"].is_number())) tell(path + " has no number");
    for (const auto& [key, value] : element.items()) walk(value, path + "." + key);
  }

  void check_codings(const Json& codings, const std::string& path)
  {
    if (!codings.is_array()) return tell(path + ".coding is no list");
    for (const auto& coding : codings)
      if (!coding.is_object() || !is_code(coding.value("code", "")) || !is_uri(coding.value("system", "")))
        tell(path + " has a coding without code or system");
  }

  void check_dates(const Json& resource, const char* key)
  {
    if (resource.contains(key) && !(resource[key].is_string() && is_partial_date(resource[key].get<std::string>())))
      tell(std::string(key) + " is no date YYYY-MM-DD, YYYY-MM or YYYY");
  }

  void check_status(const Json& resource)
  {
    if (!resource["status"].is_string() || !is_one_of(resource["status"].get<std::string>(), statuses))
      tell("the status is not preliminary, final or amended");
  }

  void check_patient(const Json& patient)
  {
    if (patient["gender"] != "unknown") tell("the sex is stated, though the case does not know it");
    if (!is_uri(patient["identifier"][0].value("system", "")) || patient["identifier"][0].value("value", "").empty())
      tell("the identifier has no value");
  }

  void check_tumor(const Json& tumor)
  {
    const auto& usual = tumor["identifier"][0];
    if (usual.value("use", "") != "usual" || code_of(usual.value("type", Json{})) != "BodyStructure" || !is_oid(usual.value("value", "")))
      tell("the tracking UID is missing or no UID (mcode-tumor needs it)");
    if (code_of(tumor["location"]).empty() && tumor["location"].value("text", "").empty()) tell("the location says nothing");
    for (const auto& qualifier : tumor.value("locationQualifier", Json::array()))
      if (!is_one_of(code_of(qualifier), sides)) tell("the side is no term of the value set");
  }

  void check_images(const Json& study)
  {
    if (study["status"] != "available") tell("the status is not available");
    check_dates(study, "started");
    for (const auto& identifier : study.value("identifier", Json::array()))
      if (!is_oid(identifier.value("value", ""))) tell("the study UID is none");
    for (const auto& series : study["series"])
      if (!is_uid(series.value("uid", ""))) tell("a series UID is none");
  }

  void check_observation(const Json& observation)
  {
    check_status(observation);
    check_dates(observation, "effectiveDateTime");
    const auto code = code_of(observation["code"]);
    if (has_profile(observation, names::tumor_size)) check_size(observation, code);
    if (has_profile(observation, names::disease_status)) check_trend(observation, code);
    if (is_response_code(code) && !observation.value("valueCodeableConcept", Json{}).contains("text") &&
        !is_one_of(code_of(observation.value("valueCodeableConcept", Json{})), responses))
      tell("the response is no category of RECIST 1.1");
  }

  static bool is_response_code(std::string_view code)
  {
    return code == names::cancer_outcome || code == names::target_response || code == names::non_target_response;
  }

  static bool has_profile(const Json& resource, std::string_view profile)
  {
    return resource.contains("meta") && resource["meta"].contains("profile") &&
           is_one_of(std::string(profile), resource["meta"]["profile"].get<std::vector<std::string>>());
  }

  void check_size(const Json& size, const std::string& code)
  {
    if (code != names::size_of_tumor) tell("the code of a tumor size is another one");
    if (!size.contains("focus") || size["focus"].size() != 1) tell("a tumor size has no tumor, or several");
    for (const auto& key : {"valueQuantity", "valueCodeableConcept", "valueString"})
      if (size.contains(key)) tell("a tumor size has a value besides its dimensions");
    if (!is_one_of(code_of(size.value("method", Json{})), methods)) tell("the method is no term of the value set");
    std::size_t longest = 0, other = 0;
    for (const auto& component : size.value("component", Json::array()))
    {
      longest += code_of(component["code"]) == names::longest_dimension;
      other += code_of(component["code"]) == names::other_dimension;
      const auto& quantity = component.value("valueQuantity", Json::object());
      if (quantity.value("code", "") != "mm" || quantity.value("system", "") != "http://unitsofmeasure.org" ||
          quantity.value("value", -1.0) < 0.0)
        tell("a dimension is no length in mm");
    }
    if (longest != 1 || other > 2) tell("a tumor size has not one longest dimension and two others at most");
  }

  void check_trend(const Json& status, const std::string& code)
  {
    if (code != names::disease_status_code) tell("the code of a disease status is another one");
    if (!is_one_of(code_of(status.value("valueCodeableConcept", Json{})), trends)) tell("the disease status is no term of the value set");
    for (const auto& extension : status.value("extension", Json::array()))
      if (extension.value("url", "") != names::evidence_type ||
          !is_one_of(code_of(extension.value("valueCodeableConcept", Json{})), evidence))
        tell("the evidence is no term of the value set");
  }

  std::vector<std::string> problems_;
  std::string place_;
  Keys urls_;
};
}  // namespace

std::vector<std::string> bundle_problems(std::string_view text)
{
  try
  {
    return Check().run(Json::parse(text));
  }
  catch (const Json::exception& problem)
  {
    return {std::string("the text is no bundle: an element is of another kind (") + problem.what() + "). Export it again."};
  }
}
}  // namespace nadir::report::fhir
