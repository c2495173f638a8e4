#include "reading/store/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace nadir::reading
{
namespace
{
bool write_all(int descriptor, std::string_view bytes)
{
  while (!bytes.empty())
  {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// File systems that cannot synchronise a folder are no reason to refuse.
void synchronise_folder_of(const std::filesystem::path& path)
{
  const auto parent = path.parent_path();
  const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}

bool write_new(const std::string& name, std::string_view bytes)
{
  const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (descriptor < 0) return false;
  const bool written = write_all(descriptor, bytes) && ::fsync(descriptor) == 0;
  return ::close(descriptor) == 0 && written;
}
}  // namespace

bool write_durably(const std::filesystem::path& path, std::string_view bytes)
{
  const auto name = path.string() + ".new";
  if (write_new(name, bytes) && ::rename(name.c_str(), path.c_str()) == 0)
  {
    synchronise_folder_of(path);
    return true;
  }
  ::unlink(name.c_str());
  return false;
}

bool add_line(const std::filesystem::path& path, std::string_view line)
{
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct stat before
  {
  };
  bool added = ::fstat(descriptor, &before) == 0 && write_all(descriptor, line);
  if (!added && ::ftruncate(descriptor, before.st_size) != 0) added = false;
  return ::close(descriptor) == 0 && added;
}

bool synchronise(const std::filesystem::path& path)
{
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool done = ::fsync(descriptor) == 0;
  ::close(descriptor);
  synchronise_folder_of(path);
  return done;
}
}  // namespace nadir::reading
