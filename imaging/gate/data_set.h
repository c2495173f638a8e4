#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/gate/gate_error.h"
#include "imaging/gate/tag.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// Value representations that carry numbers we read.
enum class NumberVr
{
  DS,  ///< decimal string: at most 16 characters, [0-9+-.eE], blanks only around it; a comma is refused, never guessed
  IS,  ///< integer string: at most 12 characters
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
/// Views stay valid as long as any copy of the DataSet lives.
class DataSet
{
public:
  bool contains(Tag tag) const;
  std::vector<Tag> tags() const;

  /// First value as text without padding; "" when absent or empty. Bytes are as in the file (no character set conversion).
  std::string text(Tag tag) const;
  /// All values (separated by backslash) without padding; empty when absent or empty.
  std::vector<std::string> texts(Tag tag) const;

  /// All numbers; an empty vector when the attribute is absent or empty.
  /// Failures: BadNumber (with tag and the escaped text), WrongType.
  Result<std::vector<double>> numbers(Tag tag, NumberVr expected) const;

  /// Items of a sequence; empty when absent or empty or when the attribute is not a sequence.
  std::span<const DataSet> items(Tag tag) const;

  /// Raw value bytes in file order; empty for an absent tag and for sequences.
  std::span<const std::byte> bytes(Tag tag) const;

  /// VR as in the file ("DS"), "" when absent, "UN" for implicit VR attributes.
  std::string_view vr(Tag tag) const;

  bool is_big_endian() const;

private:
  friend class DataSetParser;
  struct Level;
  std::shared_ptr<const Level> level_;
};
}  // namespace nadir::imaging
