#include "session/images_list.h"

#include <set>

#include "imaging/digest/sha256.h"
#include "measure/assessment/timepoint_images.h"
#include "reading/record/record_error.h"

namespace nadir::session
{
namespace
{
namespace fs = std::filesystem;

std::set<fs::path> files_of(const measure::TimepointImages& images)
{
  std::set<fs::path> files;
  for (const auto* stack : images.stacks())
    for (const auto& slice : stack->slices) files.insert(slice.path);
  return files;
}
}  // namespace

Result<std::string> images_list(const measure::CaseTimepoint& timepoint, const imaging::Progress& progress)
{
  if (timepoint.folder.empty()) return std::string();
  const auto images = measure::read_timepoint_images(timepoint, progress);
  if (!images) return images.failure();
  std::multiset<std::string> digests;
  for (const auto& file : files_of(*images))
  {
    const auto digest = imaging::sha256_of_file(file.string());
    if (!digest) return digest.failure();
    digests.insert(*digest);
  }
  std::string list;
  for (const auto& digest : digests) list += digest + "\n";
  return list;
}

Result<ImageFiles> ImageFiles::under(const fs::path& folder)
{
  ImageFiles files;
  std::error_code problem;
  for (fs::recursive_directory_iterator entry(folder, fs::directory_options::follow_directory_symlink, problem), end;
       !problem && entry != end; entry.increment(problem))
  {
    if (!entry->is_regular_file()) continue;
    if (const auto digest = imaging::sha256_of_file(entry->path().string())) files.by_digest_.emplace(*digest, fs::absolute(entry->path()));
  }
  if (problem)
    return Failure{reading::RecordError::CannotOpen,
                   folder.string() + ": cannot be read (" + problem.message() + "). Check the folder of the images."};
  return files;
}

bool ImageFiles::gather(const std::string& list, const fs::path& folder) const
{
  std::error_code problem;
  fs::create_directories(folder, problem);
  int number = 0;
  for (std::size_t at = 0, end = list.find('\n'); end != std::string::npos; at = end + 1, end = list.find('\n', at))
  {
    const auto found = by_digest_.find(list.substr(at, end - at));
    if (found == by_digest_.end()) return false;
    fs::create_symlink(found->second, folder / std::to_string(1'000'000 + number++), problem);
    if (problem) return false;
  }
  return number > 0;
}
}  // namespace nadir::session
