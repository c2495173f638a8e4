#pragma once

#include <string>
#include <vector>

#include "imaging/gate/data_set.h"
#include "report/dicom_object/dicom_data_set.h"

namespace nadir::report
{
/// Patient and study of images, as an object that belongs to them must repeat them: character by character the same in UTF-8, so that the
/// archive files it beside them. The one place where a patient's identity enters an export.
struct StudyHeader
{
  DicomDataSet attributes;  ///< modules Patient, General Study, Patient Study and clinical trial, as far as the images give them
  std::string study_instance_uid;
  std::vector<std::string> notices;  ///< attributes that were left empty because their value is none that DICOM allows
};

/// Of the data set of one image. A date, time or code word that its VR does not allow is left empty and named in the notices without its
/// value.
StudyHeader study_header_of(const imaging::DataSet& image);
}  // namespace nadir::report
