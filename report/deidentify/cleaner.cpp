#include "report/deidentify/cleaner.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "report/deidentify/attribute_kind.h"
#include "report/deidentify/date_text.h"
#include "report/deidentify/dummy_value.h"
#include "report/deidentify/profile_table.h"
#include "report/deidentify/shifted_date.h"

namespace nadir::report
{
namespace
{
void put(DcmElement& element, const std::string& text) { element.putString(text.data(), static_cast<Uint32>(text.size())); }

std::string text_at(DcmItem& item, const DcmTagKey& tag)
{
  OFString value;
  item.findAndGetOFString(tag, value);
  return value.c_str();
}

template <class Change> std::string each_value(const std::string& text, const Change& change)
{
  std::string out;
  for (std::size_t at = 0; at <= text.size();)
  {
    const auto end = std::min(text.find('\\', at), text.size());
    std::string value = text.substr(at, end - at);
    while (!value.empty() && (value.back() == '\0' || value.back() == ' ')) value.pop_back();
    out += (at == 0 ? "" : "\\") + change(value);
    at = end + 1;
  }
  return out;
}

/// Concepts whose texts a program writes, not a person about a person: labels of lesions and time points, names of devices and algorithms.
bool is_program_label(DcmItem& concept_name)
{
  constexpr std::array<std::string_view, 9> codes{"112039", "126071", "121013",   "121014", "121015",
                                                  "111001", "111003", "C2348792", "125010"};
  const std::string code = text_at(concept_name, DCM_CodeValue);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

DcmItem* concept_of(DcmItem& item)
{
  DcmItem* name = nullptr;
  return item.findAndGetSequenceItem(DCM_ConceptNameCodeSequence, name, 0).good() ? name : nullptr;
}

bool is_content_sequence(std::uint32_t tag) { return tag == 0x0040A730u || tag == 0x00400555u; }
}  // namespace

Cleaner::Cleaner(const Pseudonyms& pseudonyms, const DeidentifyOptions& options, const Identifiers& identifiers, std::string patient)
    : pseudonyms_(pseudonyms), options_(options), identifiers_(identifiers), patient_(std::move(patient))
{
}

void Cleaner::clean(DcmItem& item) const
{
  std::vector<DcmElement*> elements;
  for (unsigned long k = 0; k < item.card(); ++k) elements.push_back(item.getElement(k));
  for (DcmElement* element : elements) clean_element(item, *element);
}

void Cleaner::clean_element(DcmItem& item, DcmElement& element) const
{
  const std::uint32_t tag = tag_of(element);
  const auto action = is_of_its_kind(element) ? basic_action(tag) : ProfileAction::Remove;
  if (tag == 0x00100020u || tag == 0x00100010u) return put(element, pseudonyms_.patient(patient_));
  if (is_content_sequence(tag) && element.ident() == EVR_SQ) return clean_items(element);
  if (is_of_its_kind(element) && (!action || is_retained(tag))) return keep(element);
  if (is_of_its_kind(element) && is_date_or_time(tag) && shift(element)) return;
  switch (*action)
  {
  case ProfileAction::Remove: delete item.remove(&element); return;
  case ProfileAction::Zero: element.clear(); return;
  case ProfileAction::Uid: return element.ident() == EVR_SQ ? clean_items(element) : map_uids(element);
  case ProfileAction::Dummy: return element.ident() == EVR_SQ ? clean_items(element) : put_dummy(element);
  }
}

void Cleaner::keep(DcmElement& element) const
{
  if (element.ident() == EVR_SQ) return clean_items(element);
  if (element.ident() == EVR_UI && !is_uid_of_meaning(tag_of(element))) return map_uids(element);
  if (!element.isaString()) return;
  const std::string text = text_of(element);
  if (text.empty()) return;
  const bool may_quote = element.ident() != EVR_UI;
  if (is_closed_value(element, text)) return keep_codes(element, text);
  if (identifiers_.are_in_text(text) || (may_quote && has_identifier_number(text))) put_dummy(element);
}

/// Coded strings are looked at one by one: "ORIGINAL\\PRIMARY\\MUSTER".
void Cleaner::keep_codes(DcmElement& element, const std::string& text) const
{
  if (element.ident() != EVR_CS) return;
  const auto kept =
      each_value(text, [&](const std::string& code) { return identifiers_.are_in_code(code) ? std::string("REMOVED") : code; });
  if (kept != text) put(element, kept);
}

void Cleaner::clean_items(DcmElement& element) const
{
  auto& sequence = dynamic_cast<DcmSequenceOfItems&>(element);
  for (unsigned long k = 0; k < sequence.card(); ++k)
  {
    clean_content(*sequence.getItem(k));
    clean(*sequence.getItem(k));
  }
}

/// A text of a content item. Its dates, names and UIDs have elements of their own in the table.
void Cleaner::clean_content(DcmItem& item) const
{
  if (text_at(item, DCM_ValueType) != "TEXT") return;
  DcmItem* name = concept_of(item);
  DcmElement* value = nullptr;
  if (item.findAndGetElement(DCM_TextValue, value).bad()) return;
  const std::string text = text_of(*value);
  if (name && is_program_label(*name) && !identifiers_.are_in_text(text) && !has_date(text)) return;
  put(*value, name && is_program_label(*name) ? pseudonyms_.token("label", text) : "REMOVED");
}

bool Cleaner::is_retained(std::uint32_t tag) const
{
  const auto& retained = options_.retained;
  if (options_.dates == Dates::Kept && is_date_or_time(tag)) return true;
  return (retained.contains(Retained::PatientCharacteristics) && is_patient_characteristic(tag)) ||
         (retained.contains(Retained::DeviceIdentity) && is_device_identity(tag)) ||
         (retained.contains(Retained::InstitutionIdentity) && is_institution_identity(tag));
}

/// False where the element is to be treated as the basic profile says.
bool Cleaner::shift(DcmElement& element) const
{
  if (options_.dates != Dates::Shifted) return false;
  if (element.ident() == EVR_TM) return is_closed_value(element, text_of(element));
  if (element.ident() != EVR_DA && element.ident() != EVR_DT) return false;
  if (element.getLength() == 0) return true;
  const int days = pseudonyms_.days_back(patient_);
  bool all = true;
  const std::string shifted = each_value(text_of(element),
                                         [&](const std::string& value)
                                         {
                                           const auto earlier = days_earlier(value, days);
                                           all = all && earlier.has_value();
                                           return earlier.value_or("");
                                         });
  if (all) put(element, shifted);
  return all;
}

void Cleaner::map_uids(DcmElement& element) const
{
  put(element, each_value(text_of(element), [&](const std::string& uid) { return pseudonyms_.uid(uid); }));
}
}  // namespace nadir::report
