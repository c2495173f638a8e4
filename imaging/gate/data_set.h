#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imaging/gate/gate_error.h"
#include "imaging/gate/tag.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
namespace detail
{
class DataSetTree;
struct Element;
struct Level;
}  // namespace detail

/// Value representations that carry numbers we read.
enum class NumberVr
{
  /// Decimal string: [0-9+-.eE], blanks only around it; a comma is refused, never guessed. PS3.5 allows 16 characters;
  /// scanners and anonymisers write "0.78125000000000000", so up to 64 are read.
  DS,
  IS,  ///< integer string: at most 12 characters, 32 bits
  US,
  SS,
  UL,
  SL,
  FL,
  FD,
};

/// Attributes of one level of a DICOM file, after the gate: every length lies inside the file, nesting is bounded.
///
/// Values are read on demand and strictly. With explicit VR the VR in the file must be the expected one (UN is taken as
/// unknown and read as expected); with implicit VR the expected one is used. Byte order is that of the file.
/// Where an attribute that nobody relies on is there twice, the first one counts.
/// Views (spans of bytes and of items) stay valid as long as the DataSet they came from, or any copy of it, lives.
class DataSet
{
public:
  DataSet() = default;
  ~DataSet() = default;
  /// A copy keeps the bytes of the file alive, also a copy of an item.
  DataSet(const DataSet& other);
  DataSet(DataSet&&) noexcept = default;
  DataSet& operator=(const DataSet& other);
  DataSet& operator=(DataSet&&) noexcept = default;

  bool contains(Tag tag) const;
  std::vector<Tag> tags() const;

  /// First value as text without padding (blanks around it, NUL behind it); "" when absent or empty, or when the VR in the
  /// file is not one of text. Bytes are as in the file (no character set conversion): escape control characters before showing it.
  std::string text(Tag tag) const;
  /// All values (separated by backslash) without padding; empty when absent or empty.
  std::vector<std::string> texts(Tag tag) const;

  /// All numbers; an empty vector when the attribute is absent or empty.
  /// Failures: BadNumber (with tag and the escaped text), WrongType.
  Result<std::vector<double>> numbers(Tag tag, NumberVr expected) const;

  /// Items of a sequence; empty when absent or empty or when the attribute is not a sequence. A sequence that is written as
  /// UN, or with implicit VR, is recognised by its tag or by its content.
  std::span<const DataSet> items(Tag tag) const;

  /// Raw value bytes in file order; empty for an absent tag, for sequences, and for pixel data (see PixelLayout).
  std::span<const std::byte> bytes(Tag tag) const;

  /// VR as in the file ("DS"), "" when absent, "UN" for implicit VR attributes, "SQ" for whatever was read as a sequence.
  std::string_view vr(Tag tag) const;

  bool is_big_endian() const;

private:
  friend class detail::DataSetTree;
  explicit DataSet(std::shared_ptr<const detail::Level> level) : level_(std::move(level)) {}
  const detail::Element* find(Tag tag) const;
  std::string_view characters(const detail::Element& element) const;

  std::shared_ptr<const detail::Level> level_;
};
}  // namespace nadir::imaging
