#pragma once

#include <span>
#include <string>
#include <vector>

#include "imaging/volume/file/grid_placement.h"
#include "segmentation/mask/label_runs.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
using imaging::PlacedGrid;

/// What the border of a mask's grid means.
enum class GridBorder
{
  ImageEdge,    ///< the grid is that of the image: a lesion that touches it may be cut off
  InPlaneOnly,  ///< rows and columns are those of the image, slices only those with tumour
  Cropped,      ///< the grid was cut down to the lesions: touching it means nothing
};

/// "3 separate parts (...)" and "touches the edge ..." where they hold; of an empty mask, that there is nothing to measure.
std::vector<std::string> shape_warnings(const Mask& mask, GridBorder border);

/// Refuses label maps of one grid whose masks together would take more than 384 MiB. Failure: TooLarge.
Result<Done> check_memory(std::span<const LabelRuns> maps, const PlacedGrid& grid);

/// What holds for every lesion of a file.
struct FileFacts
{
  MaskProvenance provenance;
  std::vector<std::string> warnings;
};

/// A lesion with the warnings of its file and of its shape. An empty mask gets a warning of its own.
SegmentedLesion lesion_of(int label, std::string name, Mask mask, const FileFacts& facts, GridBorder border);

/// One lesion per label, ascending. Failures: Empty, TooLarge.
Result<std::vector<SegmentedLesion>> lesions_of(const LabelRuns& runs, const PlacedGrid& grid, const FileFacts& facts);

/// What a file without any label answers.
Failure nothing_marked();
}  // namespace nadir::segmentation
