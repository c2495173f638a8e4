#pragma once

#include "sample_data/phantom/dicom_object.h"
#include "sample_data/phantom/mr_series.h"

namespace nadir::phantom
{
/// A code of a coding scheme, as written into code sequences.
struct CodedTerm
{
  std::string value{};
  std::string scheme{};
  std::string meaning{};
};

/// Patient and study of an examination.
void put_patient_and_study(DicomItem item, const Examination& examination);
/// Series, frame of reference and equipment of an MR series.
void put_mr_series(DicomItem item, const MrSeries& series);
/// Series and enhanced equipment of an object derived from an MR series ("SEG", "RTSTRUCT").
void put_derived_series(DicomItem item, const MrSeries& source, const std::string& modality, const std::string& name);
/// Rows, columns and 12 bits in 16, unsigned.
void put_mr_pixel_format(DicomItem item, GridSize size);
void put_code(DicomItem parent, DicomTag sequence, const CodedTerm& term);
/// A reference to an instance: class and instance UID in an item of the sequence.
DicomItem put_reference(DicomItem parent, DicomTag sequence, const std::string& sop_class, const std::string& sop_instance);

/// When slice k of a series was taken (TM).
std::string slice_time(const MrSeries& series, int k);

inline constexpr const char* mr_image_storage = "1.2.840.10008.5.1.4.1.1.4";
inline constexpr const char* enhanced_mr_image_storage = "1.2.840.10008.5.1.4.1.1.4.1";
inline constexpr const char* segmentation_storage = "1.2.840.10008.5.1.4.1.1.66.4";
inline constexpr const char* structure_set_storage = "1.2.840.10008.5.1.4.1.1.481.3";
}  // namespace nadir::phantom
