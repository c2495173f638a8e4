#include "segmentation/mask/grid_lesions.h"

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
  const double share = 100.0 * static_cast<double>(sizes.front()) / static_cast<double>(total);
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
  return Failure{MaskError::TooLarge, "the lesions fill more than 384 million voxels (more than a tumour can). Crop the mask to the lesions."};
}
}  // namespace

std::vector<std::string> shape_warnings(const Mask& mask, GridBorder border)
{
  std::vector<std::string> warnings;
  if (mask.is_empty()) return warnings;
  const auto sizes = part_sizes(mask);
  if (sizes.size() > 1) warnings.push_back(parts_warning(sizes, mask.count()));
  if (touches(mask, border)) warnings.push_back("the lesion touches the edge of the image: it may be cut off");
  return warnings;
}

Result<Done> check_memory(const LabelRuns& runs, const PlacedGrid& grid)
{
  std::uint64_t set = 0;
  for (const auto& [label, pieces] : runs.labels())
    for (const auto& piece : pieces) set += piece.length;
  if (set > most_mask_bytes) return too_many_voxels();
  std::uint64_t boxes = 0;
  for (const auto& [label, pieces] : runs.labels()) boxes += box_of(pieces, grid.geometry.size(), grid.order).size.voxels();
  if (boxes > most_mask_bytes) return too_many_voxels();
  return Done{};
}

SegmentedLesion with_shape_warnings(SegmentedLesion lesion, GridBorder border)
{
  auto warnings = shape_warnings(std::get<Mask>(lesion.shape), border);
  lesion.warnings.insert(lesion.warnings.end(), warnings.begin(), warnings.end());
  return lesion;
}

Failure nothing_marked()
{
  return Failure{MaskError::Empty, "no voxel of the mask is set (there is nothing to measure). If the lesion is gone, say so instead of giving a mask."};
}

Result<std::vector<SegmentedLesion>> lesions_of(const LabelRuns& runs, const PlacedGrid& grid, const MaskProvenance& provenance,
                                                const std::vector<std::string>& file_warnings)
{
  if (runs.labels().empty()) return nothing_marked();
  if (auto fits = check_memory(runs, grid); !fits) return fits.failure();
  std::vector<SegmentedLesion> lesions;
  for (const auto& [label, pieces] : runs.labels())
    lesions.push_back(with_shape_warnings(
        SegmentedLesion{label, "", mask_of(pieces, grid.geometry, grid.order), provenance, file_warnings}, GridBorder::ImageEdge));
  return lesions;
}
}  // namespace nadir::segmentation
