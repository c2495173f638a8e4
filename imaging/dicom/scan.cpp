#include "imaging/dicom/scan.h"

#include <algorithm>
#include <set>

#include "imaging/dicom/assemble_studies.h"
#include "imaging/dicom/directory_files.h"
#include "imaging/dicom/display_text.h"
#include "imaging/dicom/find_files.h"
#include "imaging/dicom/merge_duplicates.h"
#include "imaging/dicom/object_kind.h"
#include "imaging/dicom/open_files.h"
#include "imaging/dicom/stack_remarks.h"

namespace nadir::imaging
{
namespace
{
namespace fs = std::filesystem;

bool is_dicomdir(const DicomFile& file) { return kind_of_non_image(file, sop_class_of(file)) == "DICOMDIR"; }

/// The files behind a DICOMDIR, or what was found as it is.
Result<FoundFiles> follow_directory(const fs::path& path, FoundFiles found, const GateLimits& limits)
{
  if (found.files.size() != 1 || found.files.front() != path) return found;
  const auto file = DicomFile::open(path, limits);
  if (!file || !is_dicomdir(*file)) return found;
  auto named = files_of_directory(path, *file);
  if (named) named->files.insert(named->files.begin(), path);
  return named;
}

std::vector<std::vector<ImageFrame>> sort_out(Scan& scan, const std::vector<fs::path>& paths, std::vector<OpenedFile>& opened)
{
  std::vector<std::vector<ImageFrame>> images;
  for (std::size_t n = 0; n < opened.size(); ++n)
  {
    auto& file = opened[n];
    if (!file.frames.empty())
      images.push_back(std::move(file.frames));
    else if (file.other)
      scan.others.push_back(std::move(*file.other));
    else if (file.refused)
      scan.refused.push_back({paths[n], file.refused->in_context(shown_name(paths[n]))});
    else
      ++scan.files_not_dicom;
  }
  return images;
}

/// A damaged file may be a slice of a stack beside it, and nothing else would tell when it is the first or the last one.
void warn_of_damaged_neighbours(Scan& scan)
{
  std::set<fs::path> damaged;
  for (const auto& refused : scan.refused) damaged.insert(refused.path.parent_path());
  const auto is_beside = [&](const SliceSource& slice) { return damaged.contains(slice.path.parent_path()); };
  for (auto& study : scan.studies)
    for (auto& series : study.series)
      for (auto& stack : series.stacks)
        if (stack.geometry && std::ranges::any_of(stack.slices, is_beside))
          add_remark(stack, {Severity::Warning, "geometry.damaged-neighbour",
                             "a damaged file lies in the same folder (it may be a slice of this stack). Look at the list of refused files."});
}
}  // namespace

Result<Scan> scan(const fs::path& folder_or_file, const ScanConfig& config)
{
  auto found = find_files(folder_or_file);
  if (!found) return found.failure();
  auto files = follow_directory(folder_or_file, std::move(found).value(), config.limits);
  if (!files) return files.failure();
  auto opened = open_files(files->files, config);
  if (!opened) return opened.failure();
  Scan scan;
  scan.files_seen = files->files.size();
  scan.refused = std::move(files->refused);
  auto images = sort_out(scan, files->files, *opened);
  merge_duplicates(images);
  scan.studies = assemble_studies(images);
  warn_of_damaged_neighbours(scan);
  return scan;
}
}  // namespace nadir::imaging
