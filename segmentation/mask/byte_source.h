#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
/// Bytes of a file in order, inflated on the way where they are gzip. Memory: two buffers, whatever the file claims.
///
/// Not for random access. A gzip stream is checked (CRC, length) when it is read to its end.
class ByteSource
{
public:
  enum class Encoding
  {
    Detect,  ///< gzip when the bytes begin with its signature
    Raw,
    Gzip,
  };

  /// Failures: Unreadable (no regular file, or no permission), Malformed (Encoding::Gzip without its signature).
  static Result<ByteSource> open(const std::filesystem::path& path, Encoding encoding = Encoding::Detect, std::uint64_t first_byte = 0);

  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();

  /// Fills `destination` as far as the data go and returns the number of bytes. Failures: Malformed (damaged gzip), Unreadable.
  Result<std::size_t> read(std::span<std::byte> destination);
  /// As read(), but anything less than all is Truncated.
  Result<Done> read_all(std::span<std::byte> destination);
  Result<Done> skip(std::uint64_t count);

  /// Upper bound of the bytes that can still come (deflate packs at most 1032 : 1), to refuse false headers early.
  std::uint64_t at_most() const;
  bool is_gzip() const;

private:
  struct State;
  explicit ByteSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};
}  // namespace nadir::segmentation
