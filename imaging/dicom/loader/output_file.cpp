#include "imaging/dicom/loader/output_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "imaging/dicom/loader_error.h"
#include "imaging/dicom/worker/channel.h"

namespace nadir::imaging
{
namespace
{
constexpr std::uint64_t little = std::uint64_t{32} << 20;

Failure no_memory()
{
  return {LoaderError::OutOfMemory, "there is not enough memory for the decoded pixels. Close other programs and try again."};
}
}  // namespace

Result<Done> OutputFile::reserve(std::uint64_t bytes)
{
  if (file_ && capacity_ >= bytes) return Done{};
  file_ = FileDescriptor(::memfd_create("nadir-output", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  capacity_ = bytes;
  if (!file_ || ::ftruncate(file_.number(), static_cast<off_t>(bytes)) != 0) return no_memory();
  if (::fcntl(file_.number(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) return no_memory();
  return Done{};
}

Result<Done> OutputFile::start_empty()
{
  capacity_ = 0;
  file_ = FileDescriptor(::memfd_create("nadir-output", MFD_CLOEXEC));
  return file_ ? Result<Done>(Done{}) : no_memory();
}

bool OutputFile::read(std::span<std::byte> bytes) const { return worker::read_at(file_.number(), 0, bytes); }

void OutputFile::release_if_large()
{
  if (capacity_ > 0 && capacity_ <= little) return;
  file_.close();
  capacity_ = 0;
}
}  // namespace nadir::imaging
