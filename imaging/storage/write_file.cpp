#include "imaging/storage/write_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace nadir::imaging
{
namespace
{
WriteError kind_of(int error)
{
  switch (error)
  {
  case ENOENT:
  case ENOTDIR: return WriteError::FolderMissing;
  case EACCES:
  case EPERM:
  case EROFS:
  case EISDIR: return WriteError::NotWritable;
  case ENOSPC:
  case EDQUOT:
  case EFBIG: return WriteError::DiskFull;
  default: return WriteError::Failed;
  }
}

std::string advice_for(WriteError kind)
{
  switch (kind)
  {
  case WriteError::FolderMissing: return "Make the folder or choose another one.";
  case WriteError::NotWritable: return "Choose a folder you may write to.";
  case WriteError::DiskFull: return "Free some space or choose another disk.";
  case WriteError::Failed: break;
  }
  return "Check the disk or choose another folder.";
}

Failure failed(const std::filesystem::path& path, int error)
{
  const WriteError kind = kind_of(error);
  return Failure(kind, path.string() + " was not written: " + std::generic_category().message(error) +
                           " (what stood there before is unchanged). " + advice_for(kind));
}

/// A new file beside the one to be written; it removes itself unless it was renamed.
class NewFile
{
public:
  explicit NewFile(const std::filesystem::path& target)
  {
    for (int attempt = 0; attempt < 100 && descriptor_ < 0; ++attempt)
    {
      name_ = target.string() + ".new-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
      descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
      if (descriptor_ < 0 && errno != EEXIST) return;
    }
    exists_ = descriptor_ >= 0;
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile()
  {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (exists_) ::unlink(name_.c_str());
  }

  bool is_open() const { return descriptor_ >= 0; }

  bool write(std::string_view bytes)
  {
    while (!bytes.empty())
    {
      const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  bool keep_as(const std::filesystem::path& target)
  {
    if (::fsync(descriptor_) != 0) return false;
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 || ::rename(name_.c_str(), target.c_str()) != 0) return false;
    exists_ = false;
    return true;
  }

private:
  std::string name_;
  int descriptor_ = -1;
  bool exists_ = false;
};

/// Makes the renaming itself survive a power cut; file systems that cannot are no reason to refuse.
void synchronise_folder(const std::filesystem::path& path)
{
  const std::filesystem::path parent = path.parent_path();
  const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}
}  // namespace

std::string_view error_code(WriteError error)
{
  switch (error)
  {
  case WriteError::FolderMissing: return "write.folder-missing";
  case WriteError::NotWritable: return "write.not-writable";
  case WriteError::DiskFull: return "write.disk-full";
  case WriteError::Failed: return "write.failed";
  }
  return "write.unknown";
}

Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes)
{
  NewFile file(path);
  if (!file.is_open() || !file.write(bytes) || !file.keep_as(path)) return failed(path, errno);
  synchronise_folder(path);
  return Done{};
}
}  // namespace nadir::imaging
