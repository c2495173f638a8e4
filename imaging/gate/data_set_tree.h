#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "imaging/gate/byte_store.h"
#include "imaging/gate/data_set.h"
#include "imaging/gate/value_representation.h"

namespace nadir::imaging::detail
{
/// A tag as one number that sorts as tags do.
constexpr std::uint32_t key_of(Tag tag) { return (std::uint32_t{tag.group} << 16) | tag.element; }
constexpr Tag tag_of(std::uint32_t key) { return {static_cast<std::uint16_t>(key >> 16), static_cast<std::uint16_t>(key & 0xffff)}; }

enum class Content : std::uint8_t
{
  Value,     ///< `length` bytes at file offset `place`, in the store
  Sequence,  ///< `length` levels from number `place` of the tree
  Pixels,    ///< pixel data: not in the store
};

/// One attribute.
struct Element
{
  std::uint32_t key = 0;
  Vr vr = 0;
  Content content = Content::Value;
  std::uint32_t length = 0;
  std::uint64_t place = 0;
};

/// The attributes of one data set or item: a run of the tree's elements, sorted by tag.
struct Level
{
  const DataSetTree* tree = nullptr;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool big_endian = false;
};

/// All levels of a file in three flat vectors, and the bytes their values lie in.
class DataSetTree : public std::enable_shared_from_this<DataSetTree>
{
public:
  ByteStore store;
  std::vector<Element> elements;
  std::vector<Level> levels;

  /// Call once, when elements and levels are complete.
  void finish();

  /// A data set that keeps the tree alive.
  DataSet data_set(std::size_t level) const;

  /// One data set for each level, not owning (they live in the tree).
  const std::vector<DataSet>& data_sets() const { return data_sets_; }

private:
  std::vector<DataSet> data_sets_;
};
}  // namespace nadir::imaging::detail
