#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/geometry_certificate.h"
#include "imaging/dicom/study.h"
#include "imaging/gate/dicom_file.h"
#include "imaging/geometry/patient_point.h"

/// What a scan keeps of each file and each two-dimensional image in it, before they are put together.
namespace nadir::imaging
{
/// One DICOM file with pixels: what all its frames share.
struct ImageObject
{
  std::filesystem::path path;
  std::shared_ptr<const DicomFile> file;
  std::string sop_class;
  SopInstanceUid sop_instance;
  StudyUid study;
  SeriesUid series;
  FrameOfReferenceUid frame_of_reference;
  PatientIdentity patient;
  int series_number = 0;
  std::string modality;
  std::string series_description;
  std::string body_part;
  std::string study_date;
  std::string study_time;
  std::string acquired;  ///< earliest known moment, see frame_timing.h
  std::string manufacturer;
  std::optional<int> images_in_acquisition;
  std::vector<GeometryRemark> remarks;  ///< what was noticed about the whole object, e.g. a duplicate file
};

/// Where one image lies. Frame LPS, mm. Strictly read: what is missing or malformed is a defect, never a default.
struct FramePlacement
{
  PatientPoint position;        ///< centre of the first voxel
  PatientVector row;            ///< unit vector along growing column index
  PatientVector column;         ///< unit vector along growing row index
  double row_spacing = 0.0;     ///< between rows, mm: first value of Pixel Spacing
  double column_spacing = 0.0;  ///< between columns, mm: second value
  std::optional<double> thickness;
  std::optional<double> declared_spacing;
  std::vector<GeometryRemark> defects;  ///< refusals; when there is one, the fields above must not be used
};

/// What contrast one image shows; images that differ here belong to different stacks.
struct FrameContrast
{
  std::string image_type;                         ///< "ORIGINAL\PRIMARY\M", with the complex component where it is given
  std::optional<double> b_value;                  ///< s/mm2
  std::optional<std::array<double, 3>> gradient;  ///< unit vector; absent for b = 0, trace and isotropic images
  std::string directionality;                     ///< "DIRECTIONAL", "ISOTROPIC", "NONE", "BMATRIX" or ""
  std::optional<double> echo_time;                ///< ms
  std::optional<double> inversion_time;           ///< ms
  std::optional<double> repetition_time;          ///< ms
  std::optional<double> flip_angle;               ///< degrees
  std::string echo_number;
  std::string stack_id;  ///< Enhanced objects only
};

/// When one image was taken; used only where images of one stack repeat a position.
struct FrameTiming
{
  std::optional<double> temporal_position;
  std::optional<double> trigger_time;  ///< ms after the R wave
  std::optional<double> acquisition_number;
  std::string acquired;  ///< sortable "20240131101500.000000" or ""
  std::string content;   ///< the same of the content date and time
  std::optional<double> instance_number;
};

/// One two-dimensional image of a file.
struct ImageFrame
{
  std::shared_ptr<const ImageObject> object;
  int index = 0;  ///< 0-based frame within the object
  FramePlacement placement;
  FrameContrast contrast;
  FrameTiming timing;
  Rescale rescale;
  std::string laterality;
};
}  // namespace nadir::imaging
