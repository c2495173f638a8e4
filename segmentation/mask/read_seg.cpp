#include "segmentation/mask/read_seg.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "segmentation/mask/grid_lesions.h"
#include "segmentation/mask/label_runs.h"
#include "segmentation/mask/seg_grid.h"
#include "segmentation/mask/seg_object.h"
#include "segmentation/mask/seg_pixels.h"

namespace nadir::segmentation
{
namespace
{
using imaging::Tag;

constexpr Tag referenced_series_sequence{0x0008, 0x1115};
constexpr Tag series_instance{0x0020, 0x000E};
constexpr Tag frame_of_reference{0x0020, 0x0052};

/// Frames of a segment from the lowest slice to the highest.
std::vector<std::size_t> reading_order(const SegObject& object, const SegGrid& grid)
{
  std::vector<std::size_t> order(object.frames.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t n) { return std::pair(object.frames[n].segment, grid.slices[n]); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

Result<Done> check_one_frame_each(const SegObject& object, const SegGrid& grid)
{
  std::set<std::pair<int, int>> places;
  for (std::size_t n = 0; n < object.frames.size(); ++n)
    if (!places.emplace(object.frames[n].segment, grid.slices[n]).second)
      return Failure{MaskError::Malformed,
                     "the segmentation has two frames of one segment in one slice (it is unclear which holds). Export it again."};
  return Done{};
}

Result<LabelRuns> read_runs(SegPixels& pixels, const SegObject& object, const SegGrid& grid)
{
  const auto& size = grid.geometry.size();
  const auto slice_voxels = static_cast<std::uint64_t>(size.i) * static_cast<std::uint64_t>(size.j);
  LabelRuns runs;
  for (const auto n : reading_order(object, grid))
  {
    const auto labels = pixels.labels(object.frames[n]);
    if (!labels) return labels.failure();
    runs.move_to(static_cast<std::uint64_t>(grid.slices[n]) * slice_voxels);
    if (auto added = runs.append(*labels); !added) return added.failure();
  }
  return runs;
}

MaskProvenance completed(MaskProvenance provenance, const imaging::DataSet& data, const SegObject& object, const SegGrid& grid)
{
  provenance.format = "DICOM SEG";
  provenance.frame_of_reference = FrameOfReferenceUid{data.text(frame_of_reference)};
  const auto series = data.items(referenced_series_sequence);
  if (series.size() == 1) provenance.referenced_series = SeriesUid{series.front().text(series_instance)};
  for (std::size_t n = 0; n < object.frames.size(); ++n)
    if (!object.frames[n].source.empty()) provenance.slice_sources.emplace(grid.slices[n], object.frames[n].source);
  return provenance;
}

std::vector<SegmentedLesion> lesions_of_segments(const LabelRuns& runs, const SegObject& object, const SegGrid& grid,
                                                 const FileFacts& facts)
{
  std::vector<SegmentedLesion> lesions;
  auto labels = runs.labels();
  for (const auto& segment : object.segments)
  {
    lesions.push_back(lesion_of(segment.number, segment.name, mask_of(labels[segment.number], grid.geometry, SliceOrder::AsStored), facts,
                                GridBorder::InPlaneOnly));
    labels.erase(segment.number);
  }
  auto undescribed = facts;
  undescribed.warnings.emplace_back("the file does not describe this label (it has voxels but no segment)");
  for (const auto& [label, pieces] : labels)
    lesions.push_back(lesion_of(label, "", mask_of(pieces, grid.geometry, SliceOrder::AsStored), undescribed, GridBorder::InPlaneOnly));
  std::sort(lesions.begin(), lesions.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
  return lesions;
}
}  // namespace

Result<std::vector<SegmentedLesion>> read_seg(const std::filesystem::path& path, const imaging::DicomFile& file, MaskProvenance provenance)
{
  const auto object = understand_seg(file);
  if (!object) return object.failure();
  const auto grid = seg_grid(*object, file.pixels()->rows, file.pixels()->columns);
  if (!grid) return grid.failure();
  if (auto single = check_one_frame_each(*object, *grid); !single) return single.failure();
  auto pixels = SegPixels::open(path, file, *object);
  if (!pixels) return pixels.failure();
  const auto runs = read_runs(*pixels, *object, *grid);
  if (!runs) return runs.failure();
  if (auto fits = check_memory(std::span(&*runs, 1), {grid->geometry}); !fits) return fits.failure();
  FileFacts facts{completed(std::move(provenance), file.data(), *object, *grid), object->warnings};
  facts.warnings.insert(facts.warnings.end(), grid->warnings.begin(), grid->warnings.end());
  return lesions_of_segments(*runs, *object, *grid, facts);
}
}  // namespace nadir::segmentation
