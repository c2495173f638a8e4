#include "segmentation/mask/grid_lesions.h"

#include <algorithm>
#include <utility>

#include "imaging/units/number_text.h"
#include "segmentation/mask/components.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::uint64_t most_mask_bytes = std::uint64_t{384} << 20;

std::string parts_warning(const std::vector<std::uint64_t>& sizes, std::uint64_t total)
{
  const double share = std::min(99.9, 100.0 * static_cast<double>(sizes.front()) / static_cast<double>(total));
  return std::to_string(sizes.size()) + " separate parts (the largest holds " + format_fixed(share, 1) + " % of the voxels)";
}

bool touches_in_plane(const VoxelBox& box, const GridSize& grid)
{
  return box.first.i == 0 || box.first.j == 0 || box.first.i + box.size.i == grid.i || box.first.j + box.size.j == grid.j;
}

/// A single slice always touches: nothing can be told from it.
bool touches_along_slices(const VoxelBox& box, const GridSize& grid)
{
  return grid.k > 1 && (box.first.k == 0 || box.first.k + box.size.k == grid.k);
}

bool touches(const Mask& mask, GridBorder border)
{
  const auto& grid = mask.geometry().size();
  if (border == GridBorder::Cropped) return false;
  if (touches_in_plane(mask.box(), grid)) return true;
  return border == GridBorder::ImageEdge && touches_along_slices(mask.box(), grid);
}

Failure too_many_voxels()
{
  return Failure{MaskError::TooLarge,
                 "the lesions fill more than 384 million voxels (more than a tumour can). Crop the mask to the lesions."};
}
}  // namespace

std::vector<std::string> shape_warnings(const Mask& mask, GridBorder border)
{
  if (mask.is_empty()) return {"the segment has no voxel: there is nothing to measure (if the lesion is gone, mark it as absent)"};
  std::vector<std::string> warnings;
  const auto sizes = part_sizes(mask);
  if (sizes.size() > 1) warnings.push_back(parts_warning(sizes, mask.count()));
  if (touches(mask, border)) warnings.push_back("the lesion touches the edge of the image: it may be cut off");
  return warnings;
}

Result<Done> check_memory(std::span<const LabelRuns> maps, const PlacedGrid& grid)
{
  // Voxels first: walking the rows of absurdly many would take its time.
  std::uint64_t set = 0;
  for (const auto& map : maps)
    for (const auto& [label, runs] : map.labels())
      for (const auto& run : runs) set += run.length;
  if (set > most_mask_bytes) return too_many_voxels();
  std::uint64_t boxes = 0;
  for (const auto& map : maps)
    for (const auto& [label, runs] : map.labels()) boxes += box_of(runs, grid.geometry.size(), grid.order).size.voxels();
  if (boxes > most_mask_bytes) return too_many_voxels();
  return Done{};
}

SegmentedLesion lesion_of(int label, std::string name, Mask mask, const FileFacts& facts, GridBorder border)
{
  auto warnings = facts.warnings;
  for (auto& warning : shape_warnings(mask, border)) warnings.push_back(std::move(warning));
  return {label, std::move(name), std::move(mask), facts.provenance, std::move(warnings)};
}

Failure nothing_marked()
{
  return Failure{MaskError::Empty,
                 "no voxel of the mask is set (there is nothing to measure). If the lesion is gone, say so instead of giving a mask."};
}

Result<std::vector<SegmentedLesion>> lesions_of(const LabelRuns& runs, const PlacedGrid& grid, const FileFacts& facts)
{
  if (runs.labels().empty()) return nothing_marked();
  if (auto fits = check_memory(std::span(&runs, 1), grid); !fits) return fits.failure();
  std::vector<SegmentedLesion> lesions;
  for (const auto& [label, pieces] : runs.labels())
    lesions.push_back(lesion_of(label, "", mask_of(pieces, grid.geometry, grid.order), facts, GridBorder::ImageEdge));
  return lesions;
}
}  // namespace nadir::segmentation
