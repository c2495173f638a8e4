#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "imaging/volume/file/grid_placement.h"
#include "segmentation/mask/grid_lesions.h"
#include "segmentation/mask/label_runs.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// One segment that a .seg.nrrd file describes: where its voxels are and what it is called.
struct NrrdSegment
{
  int number = 0;  ///< N of its keys "SegmentN_..."
  std::int32_t label_value = 1;
  std::size_t layer = 0;
  std::string name;
};

/// Segments described by the keys of a .seg.nrrd, ascending; empty for other NRRD files.
/// Files without layers keep segment N in layer N with value 1 (older writers). Failure: Malformed.
Result<std::vector<NrrdSegment>> nrrd_segments(const std::map<std::string, std::string>& key_values, std::size_t layers);

/// One lesion per segment, its label the label value, or the segment's number from 1 when two segments share a value.
/// A segment without voxels stays as an empty mask with a warning; labels without a description are kept with a warning.
Result<std::vector<SegmentedLesion>> lesions_of_segments(const std::vector<NrrdSegment>& segments, const std::vector<LabelRuns>& layers,
                                                         const PlacedGrid& grid, const FileFacts& facts);
}  // namespace nadir::segmentation
