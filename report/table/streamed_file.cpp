#include "report/table/streamed_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace nadir::report
{
namespace
{
Failure failed(const std::filesystem::path& path, int error)
{
  const bool place = error == ENOENT || error == EACCES || error == EPERM || error == EROFS || error == EISDIR || error == ENOTDIR;
  return Failure(place ? StreamedFileError::NotWritable : StreamedFileError::Failed,
                 path.string() + " was not written: " + std::generic_category().message(error) +
                     " (what stood there before is unchanged). " +
                     (place ? "Choose a folder you may write to." : "Check the disk or choose another folder."));
}
}  // namespace

std::string_view error_code(StreamedFileError error)
{
  return error == StreamedFileError::NotWritable ? "write.not-writable" : "write.failed";
}

Result<StreamedFile> StreamedFile::create(const std::filesystem::path& path)
{
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return failed(path, EISDIR);
  for (int attempt = 0; attempt < 100; ++attempt)
  {
    auto name = path.string() + ".new-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor >= 0) return StreamedFile(path, std::move(name), descriptor);
    if (errno != EEXIST) break;
  }
  return failed(path, errno);
}

StreamedFile::StreamedFile(StreamedFile&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::move(other.temporary_)), descriptor_(std::exchange(other.descriptor_, -1)),
      written_(other.written_), started_(other.started_)
{
}

StreamedFile::~StreamedFile()
{
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

Result<Done> StreamedFile::append(std::string_view bytes)
{
  while (!bytes.empty())
  {
    const auto count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
    written_ += static_cast<std::uint64_t>(count);
  }
  start_writing_back();
  return Done{};
}

void StreamedFile::start_writing_back()
{
  constexpr std::uint64_t piece = 4 << 20;
  if (written_ - started_ < piece) return;
  // Only a hint: keep() waits for the disk in any case, and tells when it fails.
  ::sync_file_range(descriptor_, static_cast<off64_t>(started_), static_cast<off64_t>(written_ - started_), SYNC_FILE_RANGE_WRITE);
  started_ = written_;
}

Result<Done> StreamedFile::keep()
{
  if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) return failed(path_, errno);
  ::close(std::exchange(descriptor_, -1));
  return Done{};
}
}  // namespace nadir::report
