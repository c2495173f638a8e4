#include "report/deidentify/identifiers.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

namespace nadir::report
{
namespace
{
constexpr std::size_t least_whole = 4, least_word = 3; // shorter ones stand in any text by chance

/// Patient, study and subject numbers, places and stations.
constexpr std::array<std::uint32_t, 14> identifying{0x00080050, 0x00080080, 0x00080081, 0x00081010, 0x00081040, 0x00100020, 0x00101000,
                                                    0x00101040, 0x00102154, 0x00102180, 0x00120040, 0x00200010, 0x00380010, 0x00181000};

std::string small(std::string_view text)
{
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// Letters and digits, and every byte of a character beyond ASCII.
bool is_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

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

template <class Use> void for_each_value(std::string_view text, const Use& use)
{
  while (!text.empty())
  {
    const auto end = std::min(text.find('\\'), text.size());
    std::string_view value = text.substr(0, end);
    while (!value.empty() && (value.back() == ' ' || value.back() == '\0')) value.remove_suffix(1);
    while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    if (!value.empty()) use(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string text_of(DcmElement& element)
{
  OFString value;
  element.getOFStringArray(value);
  return {value.data(), value.size()};
}

bool is_identifying(std::uint32_t tag) { return std::find(identifying.begin(), identifying.end(), tag) != identifying.end(); }
} // namespace

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
    if (auto* sequence = dynamic_cast<DcmSequenceOfItems*>(&element); sequence && element.ident() == EVR_SQ)
    {
      for (unsigned long n = 0; n < sequence->card(); ++n) add(*sequence->getItem(n), options);
      continue;
    }
    if (!element.isaString()) continue;
    const std::uint32_t tag = (static_cast<std::uint32_t>(element.getGTag()) << 16) | element.getETag();
    for_each_value(
        text_of(element),
        [&](std::string_view value)
        {
          const auto kind = element.ident();
          if (kind == EVR_UI && !value.starts_with("1.2.840.10008.")) whole_.emplace(value);
          if ((kind == EVR_DA || kind == EVR_DT) && options.dates != Dates::Kept && value.size() >= 8 && !value.starts_with("19000101"))
            whole_.emplace(value.substr(0, 8));
          if (kind == EVR_PN || (is_identifying(tag) && !(tag == 0x00080080 && options.retained.contains(Retained::InstitutionIdentity)) &&
                                 !(tag == 0x00181000 && options.retained.contains(Retained::DeviceIdentity))))
            if (value.size() >= least_whole) whole_.emplace(value);
          if (kind == EVR_PN)
            for_each_word(value,
                          [&](std::string_view word)
                          {
                            if (word.size() >= least_word) words_.insert(small(word));
                          });
        });
  }
}

bool Identifiers::are_in_text(std::string_view text) const
{
  if (are_in_bytes(text)) return true;
  bool found = false;
  for_each_word(text, [&](std::string_view word) { found = found || words_.contains(small(word)); });
  return found;
}

bool Identifiers::are_in_bytes(std::string_view bytes) const
{
  return std::any_of(whole_.begin(), whole_.end(),
                     [&](const std::string& identifier) { return bytes.find(identifier) != std::string_view::npos; });
}
} // namespace nadir::report
