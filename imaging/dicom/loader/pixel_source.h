#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "imaging/dicom/loader/file_descriptor.h"
#include "imaging/gate/dicom_file.h"

namespace nadir::imaging
{
/// The bytes of a gated file, on disk or in memory.
class PixelSource
{
public:
  /// Failures: GateError::Unreadable; LoaderError::FileChanged when its size is not what the gate saw.
  static Result<PixelSource> open(const std::filesystem::path& path, const DicomFile& file);

  /// Fills `bytes` from `offset` on. Failure: LoaderError::FileChanged when the file ends before.
  Result<Done> read(std::uint64_t offset, std::span<std::byte> bytes) const;

  /// A descriptor from which another process can read the same bytes.
  /// Failure: LoaderError::OutOfMemory, for files in memory.
  Result<int> descriptor();

private:
  FileDescriptor file_;
  std::span<const std::byte> memory_;
};
}  // namespace nadir::imaging
