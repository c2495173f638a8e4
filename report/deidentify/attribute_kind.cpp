#include "report/deidentify/attribute_kind.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dctag.h>

#include <algorithm>
#include <array>

namespace nadir::report
{
namespace
{
enum class Storage
{
  Sequence,
  Text,
  Bytes,
};

Storage storage_of(DcmEVR kind)
{
  if (kind == EVR_SQ) return Storage::Sequence;
  return DcmVR(kind).isaString() ? Storage::Text : Storage::Bytes;
}

/// Kinds by which names, dates and UIDs are found.
bool is_strict(DcmEVR kind) { return kind == EVR_PN || kind == EVR_DA || kind == EVR_DT || kind == EVR_TM || kind == EVR_UI; }

/// What a code consists of; its value and scheme are looked up, not read.
bool is_of_code(std::uint32_t tag)
{
  constexpr std::array<std::uint32_t, 6> tags{0x00080100, 0x00080102, 0x00080103, 0x00080104, 0x00080119, 0x00080120};
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

constexpr std::uint32_t content_label = 0x00700080;  // a coded string by its kind, but of a person's choice
}  // namespace

std::uint32_t tag_of(const DcmElement& element) { return (static_cast<std::uint32_t>(element.getGTag()) << 16) | element.getETag(); }

std::string text_of(DcmElement& element)
{
  char* characters = nullptr;
  Uint32 length = 0;
  if (!element.isaString() || element.getString(characters, length).bad() || !characters) return "";
  std::string text(characters, length);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.pop_back();
  return text;
}

bool is_of_its_kind(DcmElement& element)
{
  const DcmEVR known = DcmTag(element.getGTag(), element.getETag()).getEVR(), kind = element.ident();
  if (known == EVR_UNKNOWN || known == EVR_UN || kind == EVR_UN || kind == EVR_UNKNOWN) return false;
  if (is_strict(known) || is_strict(kind)) return known == kind;
  return storage_of(known) == storage_of(kind);
}

bool is_closed_value(DcmElement& element, std::string_view text)
{
  const auto has_only = [&](std::string_view characters) { return text.find_first_not_of(characters) == std::string_view::npos; };
  const auto tag = tag_of(element);
  switch (element.ident())
  {
  case EVR_DS:
  case EVR_IS: return has_only("0123456789+-.eE\\ ");
  case EVR_TM: return has_only("0123456789.:-\\ ");
  case EVR_AS: return has_only("0123456789DWMY\\ ");
  case EVR_CS: return tag != content_label;
  default: return is_of_code(tag);
  }
}
}  // namespace nadir::report
