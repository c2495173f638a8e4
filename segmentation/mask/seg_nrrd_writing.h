#pragma once

#include <span>
#include <string>

#include "segmentation/mask/label_layers.h"
#include "segmentation/mask/write_mask.h"

namespace nadir::segmentation
{
/// Whether an NRRD file tells its segments' names.
enum class SegmentKeys
{
  Left,     ///< a plain label map
  Written,  ///< .seg.nrrd: keys Segment0_Name, Segment0_LabelValue, ... as 3D Slicer writes and reads them
};

/// NRRD header with its blank line, data gzip, space left-posterior-superior, mm. Source: NRRD file format, teem.sourceforge.net.
std::string label_nrrd_header(std::span<const LabelledMask> masks, const LabelLayers& layers, SegmentKeys keys);
}  // namespace nadir::segmentation
