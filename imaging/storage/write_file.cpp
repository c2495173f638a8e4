#include "imaging/storage/write_file.h"

#include <cerrno>
#include <deque>
#include <string>
#include <system_error>

#include "imaging/storage/new_file.h"
#include "imaging/storage/write_files.h"

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
  if (!file.is_open() || !file.write(bytes) || !file.reach_disk() || !file.keep()) return failed(path, errno);
  synchronise_folder_of(path);
  return Done{};
}

Result<Done> write_files(const std::filesystem::path& folder, const std::vector<NamedBytes>& files)
{
  std::deque<NewFile> written;
  for (const auto& file : files)
    if (auto& made = written.emplace_back(folder / file.name); !made.is_open() || !made.write(file.bytes) || !made.reach_disk())
      return failed(folder / file.name, errno);
  for (std::size_t k = 0; k < files.size(); ++k)
    if (!written[k].keep()) return failed(folder / files[k].name, errno);
  synchronise_folder_of(folder / "x");
  return Done{};
}
}  // namespace nadir::imaging
