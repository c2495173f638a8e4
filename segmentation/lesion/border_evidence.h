#pragma once

#include <memory>
#include <vector>

#include "segmentation/lesion/intensity_model.h"
#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/native_block.h"
#include "segmentation/lesion/prompt_kind.h"

namespace nadir::segmentation::lesion
{
/// What an image shows just within the lesion's border against just beyond it.
///
/// A cell of the grid is as wide as a thirtieth of the lesion: a thin living rim is lost in it, and with it a fifth of the
/// volume. Where an image tells the two sides of the border apart, its own voxels say where the border is.
struct BorderEvidence
{
  std::shared_ptr<const imaging::Volume> image;
  IntensityModel signal;  ///< of the two sides
  double weight = 0.0;    ///< how plainly they differ, 0..1
  double reach = 0.0;     ///< mm from the border within which the voxels are asked
};

/// Nothing (weight 0) where the prompt does not tell where the border is: `kind` without both axes.
BorderEvidence border_evidence(const LesionGrid& grid, const std::shared_ptr<const imaging::Volume>& volume, const GridImage& image,
                               PromptKind kind);

/// What the image's voxels add to the log odds near the border of what the grid found; 0 farther off, where the grid's answer stands.
struct BorderShift
{
  struct Voxel
  {
    std::size_t at = 0;  ///< offset in the block
    float found = 0.0F;  ///< log odds before any stroke
    float shift = 0.0F;  ///< what the image adds
  };

  GridSize block;
  std::vector<Voxel> voxels;
};

/// `found`: probabilities before any stroke, on a block of the image's own grid.
BorderShift border_shift(const BorderEvidence& evidence, const NativeBlock& found, int threads);

/// Adds a shift of the same block; the less, the more strokes have changed a voxel: a reader's correction is not undone.
void apply_shift(const BorderShift& shift, NativeBlock& probability);
}  // namespace nadir::segmentation::lesion
