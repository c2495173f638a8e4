#include "reading/store/write_claim.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

namespace nadir::reading
{
struct WriteClaim::Held
{
  int descriptor = -1;
  std::string name;
};

namespace
{
/// False when another program removed the file between opening and locking: the lock would be one of nobody else's file.
bool is_still_named(int descriptor, const std::string& name)
{
  struct stat held
  {
  }, named{};
  return ::fstat(descriptor, &held) == 0 && ::stat(name.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}
}  // namespace

void WriteClaim::Release::operator()(Held* held) const
{
  ::unlink(held->name.c_str());
  ::close(held->descriptor);
  delete held;
}

ClaimOutcome WriteClaim::take(const std::filesystem::path& record)
{
  const auto name = record.string() + ".lock";
  while (true)
  {
    const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor < 0) return {std::nullopt, ClaimRefusal::NotPossible};
    const bool locked = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    if (locked && is_still_named(descriptor, name))
      return {WriteClaim(std::unique_ptr<Held, Release>(new Held{descriptor, name})), ClaimRefusal::NotPossible};
    ::close(descriptor);
    if (!locked) return {std::nullopt, ClaimRefusal::HeldElsewhere};
  }
}
}  // namespace nadir::reading
