#include "imaging/dicom/scan.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

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

/// Images to put together, and files that are no DICOM: one of them may be a slice whose first bytes were destroyed.
struct SortedFiles
{
  std::vector<std::vector<ImageFrame>> images;
  std::vector<fs::path> suspects;
};

SortedFiles sort_out(Scan& scan, const std::vector<fs::path>& paths, std::vector<OpenedFile>& opened)
{
  SortedFiles sorted;
  auto& [images, suspects] = sorted;
  for (std::size_t n = 0; n < opened.size(); ++n)
  {
    auto& file = opened[n];
    if (!file.frames.empty()) images.push_back(std::move(file.frames));
    else if (file.other) scan.others.push_back(std::move(*file.other));
    else if (file.refused) scan.refused.push_back({paths[n], file.refused->in_context(shown_name(paths[n]))});
    else
    {
      ++scan.files_not_dicom;
      suspects.push_back(paths[n]);
    }
  }
  return sorted;
}

/// Files that may be slices of a stack beside them. Nothing else would tell when the slice is the first or the last one.
class DamagedNeighbours
{
public:
  DamagedNeighbours(const std::vector<RefusedFile>& refused, const std::vector<fs::path>& suspects)
  {
    for (const auto& file : refused) damaged_.insert(file.path.parent_path());
    for (const auto& path : suspects)
    {
      std::error_code error;
      if (const auto size = fs::file_size(path, error); !error) sizes_[path.parent_path()].insert(size);
    }
  }

  bool are_beside(const SliceSource& slice) const
  {
    const auto folder = slice.path.parent_path();
    const auto sizes = sizes_.find(folder);
    return damaged_.contains(folder) || (sizes != sizes_.end() && has_size_of(slice, sizes->second));
  }

private:
  /// A file that is no DICOM and as long as a slice, within 64 bytes or one part in 256, is a slice or an odd coincidence.
  static bool has_size_of(const SliceSource& slice, const std::set<std::uintmax_t>& sizes)
  {
    const auto size = slice.file->file_size();
    const auto tolerance = std::max<std::uintmax_t>(64, size / 256);
    const auto near = sizes.lower_bound(size - std::min(size, tolerance));
    return near != sizes.end() && *near <= size + tolerance;
  }

  std::set<fs::path> damaged_;
  std::map<fs::path, std::set<std::uintmax_t>> sizes_;
};

void warn_of_damaged_neighbours(Scan& scan, const DamagedNeighbours& neighbours)
{
  const auto is_threatened = [&](const SliceSource& slice) { return neighbours.are_beside(slice); };
  for (auto& study : scan.studies)
    for (auto& series : study.series)
      for (auto& stack : series.stacks)
        if (stack.geometry && std::ranges::any_of(stack.slices, is_threatened))
          add_remark(stack, {Severity::Warning, "geometry.damaged-neighbour",
                             "a damaged file lies in the same folder (it may be a slice of this stack). Look at the refused files."});
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
  auto sorted = sort_out(scan, files->files, *opened);
  merge_duplicates(sorted.images);
  scan.studies = assemble_studies(sorted.images);
  warn_of_damaged_neighbours(scan, DamagedNeighbours(scan.refused, sorted.suspects));
  return scan;
}
}  // namespace nadir::imaging
