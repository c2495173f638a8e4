#pragma once

#include <string>
#include <vector>

#include "report/dicom_object/dicom_data_set.h"
#include "report/dicom_object/image_reference.h"
#include "report/dicom_object/study_header.h"
#include "report/identity/date_time.h"

namespace nadir::report
{
/// What every object of ours says of itself besides its content.
struct ObjectIdentity
{
  std::string sop_class;
  std::string sop_instance;
  std::string series_instance;
  std::string modality;  ///< "SR", "SEG", "MR", "DOC", "OT"
  int series_number = 1;
  std::string series_description;
  int instance_number = 1;
  DateTime when;         ///< content date and time
  std::string software;  ///< "nadir 0.1.0"
};

/// Patient, study, series, equipment, SOP common, content date and time.
void add_identity_modules(DicomDataSet& object, const StudyHeader& header, const ObjectIdentity& identity);

/// Frame of Reference module.
void add_frame_of_reference(DicomDataSet& object, const FrameOfReferenceUid& frame_of_reference);

/// Common Instance Reference: the objects of this study by series, those of others by study and series.
void add_common_references(DicomDataSet& object, const StudyUid& own_study, const std::vector<ObjectReference>& objects);

/// Items of a sequence by study and series, as the evidence sequences of an SR have them. No sequence when there are no objects.
void add_evidence(DicomDataSet& object, Tag sequence, const std::vector<ObjectReference>& objects);

/// Referenced SOP class, instance and frame.
void set_reference(DicomDataSet& item, const ImageReference& image);
}  // namespace nadir::report
