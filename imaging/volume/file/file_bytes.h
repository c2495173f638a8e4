#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"

namespace nadir::imaging
{
/// Bytes of a file in order, inflated on the way where they are gzip. Memory: two buffers, whatever the file claims.
///
/// Not for random access. A gzip stream is checked (CRC, length) when it is read to its end.
class FileBytes
{
public:
  enum class Encoding
  {
    Detect,  ///< gzip when the bytes begin with its signature
    Raw,
    Gzip,
  };

  /// Failures: Unreadable (no regular file, or no permission), Malformed (Encoding::Gzip without its signature).
  static Result<FileBytes> open(const std::filesystem::path& path, Encoding encoding = Encoding::Detect, std::uint64_t first_byte = 0);

  FileBytes(FileBytes&&) noexcept;
  FileBytes& operator=(FileBytes&&) noexcept;
  ~FileBytes();

  /// Fills `destination` as far as the data go and returns the number of bytes. Failures: Malformed (damaged gzip), Unreadable.
  Result<std::size_t> read(std::span<std::byte> destination);
  /// As read(), but anything less than all is Truncated.
  Result<Done> read_all(std::span<std::byte> destination);
  Result<Done> skip(std::uint64_t count);

  /// Upper bound of the bytes that can still come (deflate packs at most 1032 : 1), to refuse false headers early.
  std::uint64_t at_most() const;
  bool is_gzip() const;
  /// Reads a compressed stream to its end so that its check sum is tested; true when there is more than was read.
  Result<bool> has_more();

private:
  struct State;
  explicit FileBytes(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};
}  // namespace nadir::imaging
