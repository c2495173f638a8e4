#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "imaging/dicom/loader/file_descriptor.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// A file in memory that the loader process writes its result to and we read back. It cannot be made larger or smaller from
/// outside while it is sealed, and it is only ever read by system calls, so that nothing the other process does to it can
/// harm us.
class OutputFile
{
public:
  /// Makes room for exactly known results of up to `bytes`; keeps the file when it is large enough.
  /// Failure: LoaderError::OutOfMemory.
  Result<Done> reserve(std::uint64_t bytes);

  /// An empty file that may grow, for results of unknown size.
  Result<Done> start_empty();

  /// Reads from the start. False when there is less.
  bool read(std::span<std::byte> bytes) const;

  /// Gives the memory back, unless it is little.
  void release_if_large();

  int number() const { return file_.number(); }

private:
  FileDescriptor file_;
  std::uint64_t capacity_ = 0;
};
}  // namespace nadir::imaging
