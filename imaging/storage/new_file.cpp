#include "imaging/storage/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace nadir::imaging
{
NewFile::NewFile(const std::filesystem::path& target) : target_(target)
{
  for (int attempt = 0; attempt < 100 && descriptor_ < 0; ++attempt)
  {
    name_ = target.string() + ".new-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor_ < 0 && errno != EEXIST) return;
  }
  exists_ = descriptor_ >= 0;
}

NewFile::~NewFile()
{
  if (descriptor_ >= 0) ::close(descriptor_);
  if (exists_) ::unlink(name_.c_str());
}

bool NewFile::write(std::string_view bytes)
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

bool NewFile::reach_disk()
{
  if (::fsync(descriptor_) != 0) return false;
  const int closed = ::close(descriptor_);
  descriptor_ = -1;
  return closed == 0;
}

bool NewFile::keep()
{
  if (::rename(name_.c_str(), target_.c_str()) != 0) return false;
  exists_ = false;
  return true;
}

void synchronise_folder_of(const std::filesystem::path& file)
{
  const std::filesystem::path parent = file.parent_path();
  const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}
}  // namespace nadir::imaging
