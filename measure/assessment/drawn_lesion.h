#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/assessment/lesion_site.h"
#include "measure/assessment/timepoint_volumes.h"
#include "segmentation/lesion/segment_lesion.h"

namespace nadir::measure
{
/// A lesion found from what a reader marked, and the stack whose voxels it has.
struct DrawnLesion
{
  segmentation::SegmentedByPrompt found;
  CaliperSite site;  ///< the stack, and the slice of a drawn line
  std::vector<std::string> warnings;
};

/// The images that a lesion on `base` is outlined from: its own, then one of each other contrast that tumours are seen on, if it lies in
/// the same frame of reference. What could not be loaded is added to `warnings`. Failures: those of loading `base`.
Result<std::vector<std::shared_ptr<const imaging::Volume>>> outlining_channels(const imaging::ImageStack& base, TimepointVolumes& volumes,
                                                                               std::vector<std::string>& warnings);

/// Finds the lesion of a stroke, a click or scribbles in the images of its time point: on the stack that a line was drawn on, else on
/// the one that tumours are best outlined on; the other series of the same frame of reference help.
/// Failures: MaskUnusable (no images there, or none that may be measured), or what segmenting says.
Result<DrawnLesion> find_drawn_lesion(const DrawnPrompt& prompt, TimepointVolumes& volumes);
}  // namespace nadir::measure
