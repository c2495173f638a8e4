#include "imaging/gate/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "imaging/gate/gate_error.h"

namespace nadir::imaging::detail
{
namespace
{
constexpr std::size_t first_block = std::size_t{32} << 10;
constexpr std::size_t read_ahead = std::size_t{8} << 10;
constexpr std::size_t peek_window = std::size_t{4} << 10;
constexpr std::size_t largest_spare = std::size_t{1} << 20;

/// A block that the last file of this thread needed, for the next one: fresh memory costs more than reading into it.
thread_local RawBytes spare_block;

Failure unreadable(const char* why)
{
  return Failure(GateError::Unreadable, std::string(why) + " (nothing of it can be used). Check the medium and the permissions.");
}

RawBytes copy_of(const std::byte* data, std::size_t size)
{
  RawBytes copy(size);
  if (size > 0) std::memcpy(copy.data(), data, size);
  return copy;
}
}  // namespace

Result<ByteSource> ByteSource::of_file(const std::filesystem::path& path)
{
  ByteSource source;
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  source.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (source.descriptor_ < 0) return unreadable("The file cannot be opened");
  struct stat status = {};
  if (::fstat(source.descriptor_, &status) != 0) return unreadable("The file cannot be examined");
  if (!S_ISREG(status.st_mode)) return unreadable("This is no regular file");
  source.size_ = static_cast<std::uint64_t>(status.st_size);
  return source;
}

ByteSource ByteSource::of_memory(std::shared_ptr<const std::vector<std::byte>> bytes)
{
  ByteSource source;
  source.data_ = bytes->data();
  source.size_ = source.loaded_ = bytes->size();
  source.store_.memory = std::move(bytes);
  return source;
}

ByteSource::~ByteSource()
{
  if (block_.size() > spare_block.size() && block_.size() <= largest_spare) spare_block = std::move(block_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), data_(other.data_), block_offset_(other.block_offset_),
      loaded_(other.loaded_), block_(std::move(other.block_)), window_(std::move(other.window_)), window_offset_(other.window_offset_),
      window_loaded_(other.window_loaded_), jumped_(other.jumped_), store_(std::move(other.store_))
{
}

bool ByteSource::read_into(std::byte* target, std::uint64_t offset, std::size_t length) const
{
  while (length > 0)
  {
    const auto count = ::pread(descriptor_, target, length, static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    target += count;
    offset += static_cast<std::uint64_t>(count);
    length -= static_cast<std::size_t>(count);
  }
  return true;
}

const std::byte* ByteSource::load(std::uint64_t offset, std::size_t length)
{
  if (offset < block_offset_ || length > size_ || offset > size_ - length || descriptor_ < 0) return nullptr;
  const auto available = size_ - block_offset_;
  const auto asked = offset + length - block_offset_;
  const auto generous = loaded_ == 0 ? first_block : loaded_ + loaded_ / 2;
  const auto wanted = static_cast<std::size_t>(std::min(available, std::max<std::uint64_t>(asked + read_ahead, generous)));
  make_room(wanted);
  if (!read_into(block_.data() + loaded_, block_offset_ + loaded_, wanted - loaded_)) return nullptr;
  data_ = block_.data();
  loaded_ = wanted;
  return data_ + (offset - block_offset_);
}

void ByteSource::make_room(std::size_t size)
{
  if (block_.size() >= size) return;
  RawBytes larger = spare_block.size() >= size ? std::move(spare_block) : RawBytes(size);
  if (loaded_ > 0) std::memcpy(larger.data(), block_.data(), loaded_);
  block_ = std::move(larger);
}

const std::byte* ByteSource::peek(std::uint64_t offset, std::size_t length)
{
  if (length > size_ || offset > size_ - length) return nullptr;
  if (offset >= block_offset_ && offset + length <= block_offset_ + loaded_) return data_ + (offset - block_offset_);
  if (offset >= window_offset_ && offset + length <= window_offset_ + window_loaded_) return window_.data() + (offset - window_offset_);
  if (descriptor_ < 0) return nullptr;
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size_ - offset, std::max(length, peek_window)));
  if (window_.size() < wanted) window_ = RawBytes(wanted);
  window_loaded_ = 0;
  if (!read_into(window_.data(), offset, wanted)) return nullptr;
  window_offset_ = offset;
  window_loaded_ = wanted;
  return window_.data();
}

void ByteSource::store_block(std::uint64_t end)
{
  const auto length = end > block_offset_ ? std::min<std::uint64_t>(loaded_, end - block_offset_) : 0;
  auto& target = jumped_ ? store_.tail : store_.head;
  target = copy_of(data_, static_cast<std::size_t>(length));
}

void ByteSource::jump(std::uint64_t head_end, std::uint64_t tail_offset)
{
  if (descriptor_ < 0) return;
  store_block(head_end);
  jumped_ = true;
  store_.tail_offset = block_offset_ = tail_offset;
  loaded_ = 0;
  data_ = nullptr;
}

ByteStore ByteSource::take(std::uint64_t end)
{
  if (descriptor_ >= 0) store_block(end);
  return std::move(store_);
}
}  // namespace nadir::imaging::detail
