#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace nadir::imaging::detail
{
/// Bytes of unspecified content, so that reading a file does not first write zeros.
class RawBytes
{
public:
  RawBytes() = default;
  explicit RawBytes(std::size_t size) : bytes_(size > 0 ? std::make_unique_for_overwrite<std::byte[]>(size) : nullptr), size_(size) {}

  RawBytes(RawBytes&& other) noexcept : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)) {}
  RawBytes& operator=(RawBytes&& other) noexcept
  {
    bytes_ = std::move(other.bytes_);
    size_ = std::exchange(other.size_, 0);
    return *this;
  }

  std::byte* data() { return bytes_.get(); }
  const std::byte* data() const { return bytes_.get(); }
  std::size_t size() const { return size_; }

private:
  std::unique_ptr<std::byte[]> bytes_;
  std::size_t size_ = 0;
};

/// The bytes that values of a parsed file point into: the whole file (from memory), or what lies before and behind the
/// pixel data (from disk). Offsets are those of the file.
struct ByteStore
{
  std::shared_ptr<const std::vector<std::byte>> memory;
  RawBytes head;
  RawBytes tail;
  std::uint64_t tail_offset = 0;

  /// The range must lie in the store.
  std::span<const std::byte> bytes(std::uint64_t offset, std::size_t length) const
  {
    if (length == 0) return {};
    if (memory) return {memory->data() + offset, length};
    if (offset < head.size()) return {head.data() + offset, length};
    return {tail.data() + (offset - tail_offset), length};
  }
};
}  // namespace nadir::imaging::detail
