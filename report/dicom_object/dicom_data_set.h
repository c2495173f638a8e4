#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/gate/tag.h"
#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
using imaging::Tag;

/// A DICOM data set in the making: attributes by tag, each with its VR and its value as it will stand in the file (little endian).
/// Setting an attribute again replaces it. Texts are UTF-8 and must fit their VR; `dicom_text.h` makes them fit.
class DicomDataSet
{
public:
  struct Element
  {
    std::string vr;
    std::string value;                ///< not padded; empty for a sequence
    std::vector<DicomDataSet> items;  ///< of a sequence
  };

  /// Any VR that is text: AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UI, UT. Several values are joined by a backslash.
  void text(Tag tag, std::string_view vr, std::string_view value);
  void texts(Tag tag, std::string_view vr, std::span<const std::string> values);
  void unsigned_shorts(Tag tag, std::span<const std::uint16_t> values);
  void unsigned_short(Tag tag, std::uint16_t value) { unsigned_shorts(tag, std::span(&value, 1)); }
  void unsigned_longs(Tag tag, std::span<const std::uint32_t> values);
  void floats(Tag tag, std::span<const float> values);
  void doubles(Tag tag, std::span<const double> values);
  /// OB, OW or OF; the bytes as they will stand in the file.
  void bytes(Tag tag, std::string_view vr, std::string bytes);
  /// DS: each number with the most digits that fit 16 characters.
  void decimals(Tag tag, std::span<const double> values);
  void sequence(Tag tag);                        ///< without items
  DicomDataSet& add_item(Tag tag);               ///< the new last item of a sequence; valid until the next one is added
  void code(Tag tag, const CodedConcept& code);  ///< a code sequence of one item

  bool contains(Tag tag) const { return elements_.contains(tag); }
  /// Text as set; "" when absent.
  std::string text_of(Tag tag) const;
  const std::map<Tag, Element>& elements() const { return elements_; }

private:
  std::map<Tag, Element> elements_;
};

/// Code value, scheme and meaning as attributes of an item; the meaning fits LO.
void set_code(DicomDataSet& item, const CodedConcept& code);
}  // namespace nadir::report
