#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/geometry_certificate.h"
#include "imaging/dicom/sequence_type.h"
#include "imaging/gate/dicom_file.h"
#include "imaging/geometry/image_geometry.h"
#include "imaging/result/failure.h"
#include "imaging/result/identities.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// Who was scanned. For comparison only: it never enters a log, a file name or an export; digest() may.
struct PatientIdentity
{
  std::string patient_id;
  std::string issuer;
  std::string name;  ///< normalised: upper case, components trimmed
  std::string birth_date;
  std::string sex;

  bool operator==(const PatientIdentity&) const = default;
  /// First 12 hexadecimal digits of the SHA-256 of all fields.
  std::string digest() const;
};

/// One slice of a volume and the pixels it comes from.
struct SliceSource
{
  SopInstanceUid sop_instance;
  std::filesystem::path path;
  int frame = 0;          ///< 0-based within the object
  PatientPoint position;  ///< centre of the first voxel
  Rescale rescale;
  std::shared_ptr<const DicomFile> file;
};

/// A stack of slices that belong together: one orientation, b-value, echo, time, image type.
struct ImageStack
{
  std::string id;  ///< stable within a scan: series number and part, e.g. "4.2"
  SeriesUid series;
  std::string series_description;  ///< as in the files, control characters removed; may hold anything: escape it
  std::string split_reason;        ///< "" or what set it apart within its series, e.g. "b-value 800 s/mm2"
  SequenceRecognition sequence;
  GeometryCertificate certificate;
  std::optional<ImageGeometry> geometry;  ///< absent when the stack is refused
  std::string unit;                       ///< of the physical values, "" = arbitrary
  int bits_allocated = 16;
  bool is_signed = false;
  bool is_float = false;
  std::string body_part;
  std::string acquisition_time;     ///< DICOM DT or date + time of the first slice; "" if unknown
  std::vector<SliceSource> slices;  ///< ascending along the normal; same order as geometry's k
};

struct Series
{
  SeriesUid uid;
  int number = 0;
  std::string modality;
  std::string description;
  std::string body_part;
  std::string laterality;
  std::vector<ImageStack> stacks;
};

struct Study
{
  StudyUid uid;
  std::string date;      ///< DICOM DA "20240131" or ""
  std::string time;      ///< DICOM TM or ""
  std::string acquired;  ///< earliest acquisition date and time, sortable "20240131101500.000000", or ""
  PatientIdentity patient;
  std::vector<Series> series;  ///< by number, then UID
};

/// A file, or a group of files, that is not used, and why.
struct RefusedFile
{
  std::filesystem::path path;
  Failure reason;
};

/// A file that is DICOM but no image: SEG, RTSTRUCT, SR, DICOMDIR ... listed so that nothing vanishes silently.
struct OtherObject
{
  std::filesystem::path path;
  std::string sop_class_uid;
  std::string kind;  ///< "SEG", "RTSTRUCT", "SR", "DICOMDIR", "other"
  SeriesUid series;
};

/// What a folder tree holds. Order is independent of the order of files: studies by acquisition, then UID.
struct Scan
{
  std::vector<Study> studies;
  std::vector<OtherObject> others;
  std::vector<RefusedFile> refused;
  std::size_t files_seen = 0;
  std::size_t files_not_dicom = 0;  ///< silently skipped: no DICOM preamble (README, thumbnails)
};
}  // namespace nadir::imaging
