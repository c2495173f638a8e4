#include "report/dicom_object/study_header.h"

#include <algorithm>
#include <array>

#include "imaging/dicom/display_text.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/identity/date_time.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

enum class Type
{
  Required,  ///< type 2: there, and empty where the images give nothing
  Optional,  ///< left out where the images give nothing
};

struct Copied
{
  Tag tag;
  std::string_view vr;
  Type type;
  const char* name;
};

constexpr std::array copied_attributes{
    Copied{tags::patient_name, "PN", Type::Required, "Patient's Name"},
    Copied{tags::patient_id, "LO", Type::Required, "Patient ID"},
    Copied{tags::issuer_of_patient_id, "LO", Type::Optional, "Issuer of Patient ID"},
    Copied{tags::patient_birth_date, "DA", Type::Required, "Patient's Birth Date"},
    Copied{tags::patient_birth_time, "TM", Type::Optional, "Patient's Birth Time"},
    Copied{tags::patient_sex, "CS", Type::Required, "Patient's Sex"},
    Copied{tags::patient_age, "AS", Type::Optional, "Patient's Age"},
    Copied{tags::patient_size, "DS", Type::Optional, "Patient's Size"},
    Copied{tags::patient_weight, "DS", Type::Optional, "Patient's Weight"},
    Copied{tags::study_date, "DA", Type::Required, "Study Date"},
    Copied{tags::study_time, "TM", Type::Required, "Study Time"},
    Copied{tags::study_id, "SH", Type::Required, "Study ID"},
    Copied{tags::accession_number, "SH", Type::Required, "Accession Number"},
    Copied{tags::referring_physician_name, "PN", Type::Required, "Referring Physician's Name"},
    Copied{tags::study_description, "LO", Type::Optional, "Study Description"},
    Copied{tags::patient_identity_removed, "CS", Type::Optional, "Patient Identity Removed"},
    Copied{tags::de_identification_method, "LO", Type::Optional, "De-identification Method"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_code_word(std::string_view text)
{
  return text.size() <= 16 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == ' ' || c == '_'; });
}

/// PS3.5 6.2: three digits and a unit.
bool is_age(std::string_view text)
{
  return text.size() == 4 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         std::string_view("DWMY").find(text[3]) != std::string_view::npos;
}

bool is_time(std::string_view text) { return text.size() <= 16 && parse_dicom_date_time("20000101", text).has_value(); }

bool is_decimal(std::string_view text)
{
  return text.size() <= 16 &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || std::string_view("+-.eE").find(c) != std::string_view::npos; });
}

/// PS3.5 6.2, in characters.
std::size_t most_characters(std::string_view vr) { return vr == "SH" ? 16 : 64; }

/// What tells archives and registries which patient and order this is: kept as the images have it, even where it is too long.
bool is_identifying(const Copied& attribute)
{
  return attribute.tag == tags::patient_name || attribute.tag == tags::patient_id || attribute.tag == tags::issuer_of_patient_id ||
         attribute.tag == tags::accession_number;
}

std::size_t characters_of(std::string_view utf8)
{
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_too_long(const Copied& attribute, const std::string& value)
{
  const bool is_short_text = attribute.vr == "SH" || attribute.vr == "LO";
  return is_short_text && !is_identifying(attribute) && value.find('\\') == std::string::npos &&
         characters_of(value) > most_characters(attribute.vr);
}

bool fits(const Copied& attribute, const std::string& value)
{
  if (value.empty()) return true;
  if (attribute.tag == tags::patient_sex) return value == "M" || value == "F" || value == "O";
  if (attribute.tag == tags::patient_identity_removed) return value == "YES" || value == "NO";
  if (attribute.vr == "DA") return parse_dicom_date_time(value, "").has_value();
  if (attribute.vr == "TM") return is_time(value);
  if (attribute.vr == "AS") return is_age(value);
  if (attribute.vr == "DS") return is_decimal(value);
  return attribute.vr != "CS" || is_code_word(value);
}

void copy(const imaging::DataSet& image, const Copied& attribute, StudyHeader& header)
{
  auto value = imaging::utf8_text(image.text(attribute.tag), image.texts(tags::specific_character_set));
  if (!fits(attribute, value))
  {
    header.notices.push_back(std::string(attribute.name) + " of the images is no value that DICOM allows; it was left empty");
    value.clear();
  }
  if (is_too_long(attribute, value))
  {
    const bool is_label = attribute.tag == tags::study_id;  // half of a label is another one
    header.notices.push_back(std::string(attribute.name) + " of the images is longer than DICOM allows; it was " +
                             (is_label ? "left empty" : "cut"));
    value = is_label ? "" : fitting_text(value, most_characters(attribute.vr));
  }
  if (!value.empty() || attribute.type == Type::Required) header.attributes.text(attribute.tag, attribute.vr, value);
}

/// The module is there whole or not at all: sponsor, protocol and subject make it.
void copy_clinical_trial(const imaging::DataSet& image, StudyHeader& header)
{
  const auto text = [&](Tag tag) { return imaging::utf8_text(image.text(tag), image.texts(tags::specific_character_set)); };
  if (text(tags::clinical_trial_sponsor_name).empty() || text(tags::clinical_trial_protocol_id).empty() ||
      text(tags::clinical_trial_subject_id).empty())
    return;
  for (const auto tag : {tags::clinical_trial_sponsor_name, tags::clinical_trial_protocol_id, tags::clinical_trial_protocol_name,
                         tags::clinical_trial_site_id, tags::clinical_trial_site_name, tags::clinical_trial_subject_id})
    header.attributes.text(tag, "LO", fitting_text(text(tag), 64));
}
}  // namespace

StudyHeader study_header_of(const imaging::DataSet& image)
{
  StudyHeader header;
  for (const auto& attribute : copied_attributes) copy(image, attribute, header);
  copy_clinical_trial(image, header);
  header.study_instance_uid = image.text(tags::study_instance);
  header.attributes.text(tags::study_instance, "UI", header.study_instance_uid);
  return header;
}
}  // namespace nadir::report
