#pragma once

#include <filesystem>

#include "imaging/gate/byte_store.h"
#include "imaging/result/result.h"

namespace nadir::imaging::detail
{
/// Bytes of a file, read on demand and front to back: first a block, more when asked, with one jump over the pixel data.
///
/// Files are read with pread and never mapped, so that a file cut short by another program is a short read and no signal.
class ByteSource
{
public:
  /// Failures: Unreadable (missing, no permission, not a regular file).
  static Result<ByteSource> of_file(const std::filesystem::path& path);
  static ByteSource of_memory(std::shared_ptr<const std::vector<std::byte>> bytes);

  ~ByteSource();
  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&&) = delete;

  std::uint64_t size() const { return size_; }

  /// Pointer to [offset, offset + length), kept for the store; nullptr when the file does not give that many bytes (any more).
  /// Offsets lie at or behind the start of the current block. The pointer is good until the next call.
  const std::byte* keep(std::uint64_t offset, std::size_t length)
  {
    const std::uint64_t begin = offset - block_offset_;
    return begin <= loaded_ && length <= loaded_ - begin ? data_ + begin : load(offset, length);
  }

  /// Like keep, but for a short look anywhere in the file; the bytes do not go into the store.
  const std::byte* peek(std::uint64_t offset, std::size_t length);

  /// Ends the head at the file offset `head_end` (the bytes behind it are dropped) and goes on reading at `tail_offset`.
  void jump(std::uint64_t head_end, std::uint64_t tail_offset);

  /// Hands over what was kept, up to the file offset `end`.
  ByteStore take(std::uint64_t end);

private:
  ByteSource() = default;
  const std::byte* load(std::uint64_t offset, std::size_t length);
  bool read_into(std::byte* target, std::uint64_t offset, std::size_t length) const;
  void make_room(std::size_t size);
  void store_block(std::uint64_t end);

  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  const std::byte* data_ = nullptr;  // first loaded byte of the current block
  std::uint64_t block_offset_ = 0;
  std::size_t loaded_ = 0;
  RawBytes block_;
  RawBytes window_;
  std::uint64_t window_offset_ = 0;
  std::size_t window_loaded_ = 0;
  bool jumped_ = false;
  ByteStore store_;
};
}  // namespace nadir::imaging::detail
