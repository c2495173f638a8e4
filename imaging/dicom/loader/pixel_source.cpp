#include "imaging/dicom/loader/pixel_source.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cstring>

#include "imaging/dicom/loader_error.h"
#include "imaging/dicom/worker/channel.h"

namespace nadir::imaging
{
namespace
{
Failure changed()
{
  return {LoaderError::FileChanged,
          "the file is not as long as when it was scanned (its pixels may belong to another image). Scan the folder again."};
}

Failure unreadable()
{
  return {GateError::Unreadable,
          "the file cannot be opened for reading (its pixels are not at hand). Check that the file is still there and may be read."};
}

bool has_size(int file, std::uint64_t size)
{
  struct stat status
  {
  };
  return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) == size;
}
}  // namespace

Result<PixelSource> PixelSource::open(const std::filesystem::path& path, const DicomFile& file)
{
  PixelSource source;
  source.memory_ = file.memory();
  if (!source.memory_.empty()) return source;
  source.file_ = FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));  // a pipe by that name shall not block
  if (!source.file_) return unreadable();
  if (!has_size(source.file_.number(), file.file_size())) return changed();
  return source;
}

Result<Done> PixelSource::read(std::uint64_t offset, std::span<std::byte> bytes) const
{
  if (memory_.empty()) return worker::read_at(file_.number(), offset, bytes) ? Result<Done>(Done{}) : changed();
  if (offset > memory_.size() || bytes.size() > memory_.size() - offset) return changed();
  if (!bytes.empty()) std::memcpy(bytes.data(), memory_.data() + offset, bytes.size());
  return Done{};
}

Result<int> PixelSource::descriptor()
{
  if (!file_)
  {
    file_ = FileDescriptor(::memfd_create("nadir-input", MFD_CLOEXEC));
    if (!file_ || !worker::write_at(file_.number(), 0, memory_))
      return Failure{LoaderError::OutOfMemory,
                     "there is not enough memory to hand the file to the decoder. Close other programs and try again."};
  }
  return file_.number();
}
}  // namespace nadir::imaging
