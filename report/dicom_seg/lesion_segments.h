#pragma once

#include <string>
#include <vector>

#include "report/dicom_object/examined_timepoint.h"
#include "report/dicom_object/object_stamp.h"
#include "report/dicom_seg/segmentation_object.h"

namespace nadir::report
{
/// The segmentations of a time point and what did not get into them.
struct LesionSegmentations
{
  std::vector<SegmentationObject> objects;  ///< one an image stack with lesions, in the order of the lesions
  std::vector<std::string> left_out;        ///< lesions without voxels on the images, and why
};

/// Segments of every lesion whose voxels are known, and of its parts where tissues were told apart; an empty segment for a lesion that is
/// gone. The timepoint's case must outlive the result.
LesionSegmentations lesion_segmentations(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp);
}  // namespace nadir::report
