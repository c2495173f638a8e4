#include "imaging/dicom/patient_identity.h"

#include <algorithm>
#include <array>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/tags.h"
#include "imaging/dicom/value_list.h"
#include "imaging/digest/sha256.h"

namespace nadir::imaging
{
namespace
{
std::string trimmed(std::string_view text)
{
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::string normalised_name(std::string_view name)
{
  const auto alphabetic = name.starts_with('=') ? name.substr(1) : name.substr(0, name.find('='));
  std::string normalised;
  for (std::size_t start = 0; start <= alphabetic.size();)
  {
    const auto end = std::min(alphabetic.find('^', start), alphabetic.size());
    if (start > 0) normalised += '^';
    normalised += upper_case(trimmed(alphabetic.substr(start, end - start)));
    start = end + 1;
  }
  while (!normalised.empty() && normalised.back() == '^') normalised.pop_back();
  return normalised;
}

struct Field
{
  std::string_view name;
  std::string PatientIdentity::*value;
};
constexpr std::array<Field, 5> fields{{{"patient ID", &PatientIdentity::patient_id},
                                       {"issuer of the patient ID", &PatientIdentity::issuer},
                                       {"name", &PatientIdentity::name},
                                       {"birth date", &PatientIdentity::birth_date},
                                       {"sex", &PatientIdentity::sex}}};
}  // namespace

std::string PatientIdentity::digest() const
{
  std::string all;
  for (const auto& field : fields) all += std::to_string((this->*field.value).size()) + ":" + this->*field.value + "\n";
  return sha256_of(all).substr(0, 12);
}

PatientIdentity read_patient_identity(const DataSet& data)
{
  const auto character_set = data.texts(tags::specific_character_set);
  const auto text = [&](Tag tag) { return utf8_text(data.text(tag), character_set); };
  return {text(tags::patient_id), text(tags::issuer_of_patient_id), normalised_name(text(tags::patient_name)),
          text(tags::patient_birth_date), upper_case(text(tags::patient_sex))};
}

IdentityAgreement compare(const PatientIdentity& a, const PatientIdentity& b)
{
  auto agreement = IdentityAgreement::Same;
  for (const auto& field : fields)
  {
    const auto& left = a.*field.value;
    const auto& right = b.*field.value;
    if (left == right) continue;
    if (!left.empty() && !right.empty()) return IdentityAgreement::Conflict;
    agreement = IdentityAgreement::Incomplete;
  }
  return agreement;
}

void fill_in(PatientIdentity& known, const PatientIdentity& other)
{
  for (const auto& field : fields)
    if ((known.*field.value).empty()) known.*field.value = other.*field.value;
}

std::string differing_fields(const PatientIdentity& a, const PatientIdentity& b)
{
  std::string names;
  for (const auto& field : fields)
    if (!(a.*field.value).empty() && !(b.*field.value).empty() && a.*field.value != b.*field.value) append(names, field.name, ", ");
  return names;
}
}  // namespace nadir::imaging
