#pragma once

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
  CaliperSite site;                          ///< the stack, and the slice of a drawn line
  std::vector<std::string> warnings;
};

/// Finds the lesion of a stroke, a click or scribbles in the images of its time point: on the stack that a line was drawn on, else on
/// the one that tumours are best outlined on; the other series of the same frame of reference help.
/// Failures: MaskUnusable (no images there, or none that may be measured), or what segmenting says.
Result<DrawnLesion> find_drawn_lesion(const DrawnPrompt& prompt, TimepointVolumes& volumes);
}  // namespace nadir::measure
