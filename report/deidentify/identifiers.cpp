#include "report/deidentify/identifiers.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <vector>

#include "report/deidentify/attribute_kind.h"
#include "report/deidentify/byte_search.h"
#include "report/deidentify/coded_terms.h"
#include "report/deidentify/date_text.h"
#include "report/deidentify/dummy_value.h"
#include "report/deidentify/name_text.h"
#include "report/deidentify/profile_table.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t least_word = 3;  // shorter ones stand in any text by chance

/// Patient, study and subject numbers.
constexpr std::array<std::uint32_t, 8> numbers{0x00080050, 0x00100020, 0x00101000, 0x00102154,
                                               0x00102180, 0x00120040, 0x00200010, 0x00380010};

/// Places and stations: of no use to find a patient alone, but not for a text.
constexpr std::array<std::uint32_t, 4> places{0x00080081, 0x00081010, 0x00081040, 0x00101040};
constexpr std::uint32_t institution = 0x00080080, device_serial = 0x00181000;

std::string small(std::string_view text)
{
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Shorter names stand inside other words by chance; two characters of a script with a character a syllable do not.
bool is_long_enough_to_quote(std::string_view name)
{
  const bool is_latin = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return name.size() >= (is_latin ? 5u : 6u);
}

bool is_distinctive(std::string_view text)
{
  return text.size() >= 8 ||
         (text.size() >= 5 && !std::all_of(text.begin(), text.end(), [](char c) { return !is_of_word(c) || is_digit(c); }));
}

template <class Use> void for_each_part(std::string_view text, char between, const Use& use)
{
  while (!text.empty())
  {
    const auto end = std::min(text.find(between), text.size());
    std::string_view value = text.substr(0, end);
    while (!value.empty() && (value.back() == ' ' || value.back() == '\0')) value.remove_suffix(1);
    while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    if (!value.empty()) use(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

template <class Use> void for_each_word(std::string_view text, const Use& use)
{
  for (std::size_t at = 0; at < text.size();)
  {
    std::size_t end = at;
    while (end < text.size() && is_of_word(text[end])) ++end;
    if (end > at) use(text.substr(at, end - at));
    at = end + 1;
  }
}

template <std::size_t Count> bool is_in(const std::array<std::uint32_t, Count>& tags, std::uint32_t tag)
{
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_place(std::uint32_t tag, const DeidentifyOptions& options)
{
  if (tag == institution) return !options.retained.contains(Retained::InstitutionIdentity);
  if (tag == device_serial) return !options.retained.contains(Retained::DeviceIdentity);
  return is_in(places, tag);
}
}  // namespace

Identifiers Identifiers::of(DcmItem& object, const DeidentifyOptions& options)
{
  Identifiers found;
  found.add(object, options);
  return found;
}

void Identifiers::add(DcmItem& item, const DeidentifyOptions& options)
{
  for (unsigned long k = 0; k < item.card(); ++k)
  {
    DcmElement& element = *item.getElement(k);
    auto* sequence = element.ident() == EVR_SQ ? dynamic_cast<DcmSequenceOfItems*>(&element) : nullptr;
    for (unsigned long n = 0; sequence && n < sequence->card(); ++n) add(*sequence->getItem(n), options);
    if (element.isaString()) add_element(element, options);
  }
}

void Identifiers::add_element(DcmElement& element, const DeidentifyOptions& options)
{
  const std::uint32_t tag = tag_of(element);
  const auto kind = element.ident();
  for_each_part(text_of(element), '\\',
                [&](std::string_view value)
                {
                  if (is_dummy(value)) return;
                  if (kind == EVR_UI && !is_uid_of_meaning(tag) && !value.starts_with("1.2.840.10008.")) add_number(value);
                  if ((kind == EVR_DA || kind == EVR_DT) && options.dates != Dates::Kept) add_date(value.substr(0, 8));
                  if (kind == EVR_PN) add_name(value);
                  if (is_in(numbers, tag)) add_number(value);
                  if (is_place(tag, options) && value.size() > least_word) in_text_.insert(small(value));
                });
}

/// "Family^Given=ideographic=phonetic": each group as a whole, each word, and the spellings of both.
void Identifiers::add_name(std::string_view name)
{
  for_each_part(name, '=',
                [&](std::string_view group)
                {
                  if (is_distinctive(group)) anywhere_.emplace(group);
                  add_spellings(group);
                });
}

void Identifiers::add_spellings(std::string_view group)
{
  for (const auto& spelling : {folded(group), spelled_out(group)})
  {
    std::vector<std::string> words;
    for_each_word(spelling, [&](std::string_view word) { words.emplace_back(word); });
    for (const auto& word : words)
    {
      if (word.size() >= least_word) words_.insert(word);
      if (is_long_enough_to_quote(word)) joined_.insert(word);
    }
    if (words.size() < 2) continue;
    whole_names_.emplace(words.begin(), words.end());
    for (const auto& both : {words[0] + words[1], words[1] + words[0]})
      if (is_long_enough_to_quote(both)) joined_.insert(both);
  }
}

void Identifiers::add_number(std::string_view number)
{
  if (is_distinctive(number))
  {
    anywhere_.emplace(number);
    in_text_.insert(small(number));
  }
  else if (number.size() >= least_word) (std::all_of(number.begin(), number.end(), is_of_word) ? words_ : in_text_).insert(small(number));
}

void Identifiers::add_date(std::string_view date)
{
  if (date.size() != 8) return;
  anywhere_.emplace(date);
  in_text_.emplace(date);
  for (auto& spelling : spellings_of_date(date)) in_text_.insert(std::move(spelling));
}

bool Identifiers::names_are_in(std::string_view text) const
{
  const std::string letters = folded(text), letters_only = squeezed(letters);
  std::set<std::string> words;
  for_each_word(letters, [&](std::string_view word) { words.emplace(word); });
  const auto is_word = [&](const std::string& word) { return words.contains(word); };
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return words_.contains(word); }) ||
         std::any_of(joined_.begin(), joined_.end(),
                     [&](const std::string& name) { return letters_only.find(name) != std::string::npos; }) ||
         std::any_of(whole_names_.begin(), whole_names_.end(),
                     [&](const auto& name) { return std::all_of(name.begin(), name.end(), is_word); });
}

bool Identifiers::are_in_text(std::string_view text) const
{
  const std::string letters = small(text);
  const auto is_in_it = [&](const std::string& part) { return letters.find(part) != std::string::npos; };
  return std::any_of(in_text_.begin(), in_text_.end(), is_in_it) || names_are_in(text);
}

bool Identifiers::are_in_code(std::string_view code) const
{
  return !is_defined_term(code) && (anywhere_.contains(std::string(code)) || names_are_in(code));
}

bool Identifiers::are_in_bytes(std::string_view bytes) const { return ByteSearch(anywhere_).finds_any_in(bytes); }
}  // namespace nadir::report
