#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "imaging/result/result.h"
#include "segmentation/mask/mask.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
/// One lesion of a file to be written.
struct LabelledMask
{
  int label = 1;     ///< value of its voxels, above 0
  std::string name;  ///< kept in .seg.nrrd only
  Mask mask;
};

/// Writes a mask, whole or not at all; the ending of the name decides: .nii, .nii.gz, .nrrd, .seg.nrrd (with named segments). Voxels
/// are whole numbers, 0 outside; grid and place in the patient are kept. read_mask gives the same voxels and geometry (NIfTI holds
/// lengths and places as float). An empty mask is written as such: .seg.nrrd alone can say that a named lesion is gone.
/// Failures: Unsupported (another ending), TooLarge, imaging::WriteError.
Result<Done> write_mask(const std::filesystem::path& path, const Mask& mask);

/// The same for several lesions of one grid. Lesions that share voxels need .seg.nrrd, where each gets a layer.
/// Failures: also NotALabelMap (labels not above 0, or twice), ImageMismatch (different grids), Unsupported (shared voxels).
Result<Done> write_masks(const std::filesystem::path& path, std::span<const LabelledMask> masks);
}  // namespace nadir::segmentation
