#pragma once

#include <vector>

#include "report/dicom_object/examined_timepoint.h"
#include "report/dicom_object/object_stamp.h"
#include "report/dicom_seg/segmentation_object.h"
#include "report/dicom_sr/measurement_report.h"

namespace nadir::report
{
/// Report SR-B of a time point: the volume of each segment of its segmentations (an empty one has 0 mm3), and the ADC of a part where it is
/// known. Groups refer to the segment and to the images it was drawn on; tracking UIDs are those of the segments.
MeasurementReport volumetric_report(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp,
                                    const std::vector<SegmentationObject>& segmentations);
}  // namespace nadir::report
