#pragma once

#include <string>
#include <vector>

#include "report/dicom_object/examined_timepoint.h"
#include "report/dicom_object/object_stamp.h"
#include "report/dicom_sr/measurement_report.h"

namespace nadir::report
{
/// How lesions are called in a report.
enum class LesionNaming
{
  Plain,  ///< "T01"
  Ohif,   ///< "Cornerstone3DTools@^0.1.0:Bidirectional:T01", of one line alone "...:Length:T01": OHIF makes it an annotation that can be
          ///< edited
};

/// Report SR-A of a time point: the lines of each lesion on the images they were drawn on, states of lesions without lines, sums, changes
/// and responses by RECIST 1.1. A line on no single image is given in the patient.
MeasurementReport linear_report(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp, LesionNaming naming);

/// What its receivers do not get, in words.
std::vector<std::string> left_out_of_linear_report(const ExaminedTimepoint& timepoint);

/// Modality, date, frame of reference, person and device, which both reports share.
MeasurementReport report_frame(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp);
}  // namespace nadir::report
