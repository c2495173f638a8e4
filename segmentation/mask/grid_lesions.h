#pragma once

#include <string>
#include <vector>

#include "segmentation/mask/grid_placement.h"
#include "segmentation/mask/label_runs.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// What the border of a mask's grid means.
enum class GridBorder
{
  ImageEdge,     ///< the grid is that of the image: a lesion that touches it may be cut off
  InPlaneOnly,   ///< rows and columns are those of the image, slices only those with tumour
  Cropped,       ///< the grid was cut down to the lesions: touching it means nothing
};

/// "3 separate parts (...)" and "touches the edge ..." where they hold.
std::vector<std::string> shape_warnings(const Mask& mask, GridBorder border);

/// Refuses lesions whose masks together would take more than 384 MiB. Failure: TooLarge.
Result<Done> check_memory(const LabelRuns& runs, const PlacedGrid& grid);

/// One lesion per label, ascending, with its warnings behind the file's. Failures: Empty, TooLarge.
Result<std::vector<SegmentedLesion>> lesions_of(const LabelRuns& runs, const PlacedGrid& grid, const MaskProvenance& provenance,
                                                const std::vector<std::string>& file_warnings);

/// The lesion with what its shape itself tells added to the warnings.
SegmentedLesion with_shape_warnings(SegmentedLesion lesion, GridBorder border);

/// What a file without any label answers.
Failure nothing_marked();
}  // namespace nadir::segmentation
