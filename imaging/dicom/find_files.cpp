#include "imaging/dicom/find_files.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/scan_error.h"

namespace nadir::imaging
{
namespace
{
namespace fs = std::filesystem;
constexpr int deepest_level = 64;
constexpr std::size_t most_files = 1'000'000;

class FolderWalk
{
public:
  void visit(const fs::path& folder, int level)
  {
    std::error_code error;
    const auto canonical = fs::canonical(folder, error);
    if (error) return refuse(folder, error.message());
    if (!visited_.insert(canonical).second) return;
    if (level > deepest_level) return refuse(folder, "folders are nested more than " + std::to_string(deepest_level) + " deep");
    fs::directory_iterator entries(folder, error);
    if (error) return refuse(folder, error.message());
    for (const fs::directory_iterator end; entries != end && !is_full(); entries.increment(error))
    {
      if (error) return refuse(folder, error.message());
      take(*entries, level);
    }
  }

  bool is_full() const { return found_.files.size() > most_files; }
  FoundFiles result() { return std::move(found_); }

private:
  void take(const fs::directory_entry& entry, int level)
  {
    std::error_code error;
    const auto status = entry.status(error);
    if (fs::is_directory(status)) return visit(entry.path(), level + 1);
    if (fs::is_regular_file(status)) found_.files.push_back(entry.path());
    if (status.type() == fs::file_type::not_found) refuse(entry.path(), "the link leads nowhere");
  }

  void refuse(const fs::path& path, const std::string& reason)
  {
    found_.refused.push_back({path, Failure{ScanError::Unreadable, shown_name(path) + " cannot be read: " + reason +
                                                                       " (images in it are not seen). Check its permissions."}});
  }

  FoundFiles found_;
  std::set<fs::path> visited_;
};
}  // namespace

Result<FoundFiles> find_files(const fs::path& folder_or_file)
{
  std::error_code error;
  const auto status = fs::status(folder_or_file, error);
  if (fs::is_regular_file(status)) return FoundFiles{{folder_or_file}, {}};
  if (!fs::is_directory(status))
    return Failure{ScanError::Unreadable,
                   shown_name(folder_or_file) + " is no folder or file that can be read (there is nothing to scan). Check the path."};
  FolderWalk walk;
  walk.visit(folder_or_file, 0);
  if (walk.is_full())
    return Failure{ScanError::TooManyFiles,
                   "more than " + std::to_string(most_files) + " files (this is no folder of one patient). Choose a smaller folder."};
  auto found = walk.result();
  if (found.files.empty() && found.refused.size() == 1 && found.refused.front().path == folder_or_file) return found.refused.front().reason;
  std::ranges::sort(found.files);
  std::ranges::sort(found.refused, {}, &RefusedFile::path);
  return found;
}
}  // namespace nadir::imaging
