#include "measure/assessment/open_timepoint.h"

#include <set>
#include <utility>

#include "imaging/dicom/loader_error.h"
#include "imaging/digest/sha256.h"

namespace nadir::measure
{
namespace
{
std::set<std::filesystem::path> files_of(const TimepointImages& images)
{
  std::set<std::filesystem::path> files;
  for (const auto* stack : images.stacks())
    for (const auto& slice : stack->slices) files.insert(slice.path);
  return files;
}

/// nullopt when it was cancelled.
std::optional<std::string> digests_of(const std::set<std::filesystem::path>& files, const imaging::Progress& progress)
{
  std::multiset<std::string> digests;
  for (const auto& file : files)
  {
    if (progress && !progress(digests.size(), files.size())) return std::nullopt;
    const auto digest = imaging::sha256_of_file(file.string());
    digests.insert(digest ? *digest : "");
  }
  std::string list;
  for (const auto& digest : digests) list += digest + "\n";
  return list;
}
}  // namespace

Result<std::shared_ptr<OpenTimepoint>> OpenTimepoint::open(const CaseTimepoint& timepoint, const imaging::Progress& progress)
{
  auto images = read_timepoint_images(timepoint, progress);
  if (!images) return images.failure();
  return std::make_shared<OpenTimepoint>(std::move(*images));
}

OpenTimepoint::OpenTimepoint(TimepointImages images) : images_(std::move(images)), volumes_(images_) {}

Result<std::string> OpenTimepoint::file_digests(const imaging::Progress& progress)
{
  const std::lock_guard lock(digests_guard_);
  if (!file_digests_) file_digests_ = digests_of(files_of(images_), progress);
  return file_digests_ ? Result<std::string>(*file_digests_)
                       : Failure{imaging::LoaderError::Cancelled, "cancelled while the files were identified"};
}
}  // namespace nadir::measure
