#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "report/dicom_object/image_reference.h"
#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
/// A place on an image in pixel units: column, row; (0, 0) is the CENTRE of the first pixel, as everywhere in this program (the file's
/// coordinates are larger by one half).
struct ImagePlace
{
  double column = 0.0;
  double row = 0.0;
  bool operator==(const ImagePlace&) const = default;
};

/// Where something was drawn: on an image, or in the patient where it lies on no single image.
struct ReportedPlace
{
  std::string graphic_type;  ///< "POLYLINE", "POINT", "POLYGON", "ELLIPSE", ...
  std::vector<ImagePlace> on_image;
  ImageReference image;
  std::vector<PatientPoint> in_patient;  ///< LPS mm; used when on_image is empty
  FrameOfReferenceUid frame_of_reference;
};

/// One number of a lesion, or of the whole report.
struct ReportedMeasurement
{
  CodedConcept name;
  double value = 0.0;
  CodedConcept unit;
  std::optional<CodedConcept> derivation;  ///< mean, median, ...
  std::optional<CodedConcept> method;      ///< "Sum of segmented voxel volumes"
  std::optional<ReportedPlace> place;
};

/// The segment of a segmentation that a lesion's numbers were taken from.
struct ReportedSegment
{
  ObjectReference segmentation;
  int number = 0;
  std::vector<ImageReference> source_images;
};

/// One measurement group: a lesion, or a part of one.
struct ReportedLesion
{
  std::string tracking_identifier;  ///< "T01"
  std::string tracking_uid;
  CodedConcept finding;
  std::string time_point;  ///< "Week 8"
  std::optional<CodedConcept> time_point_type;
  std::optional<CodedConcept> method;  ///< "RECIST 1.1"
  std::optional<CodedConcept> site;
  std::optional<CodedConcept> laterality;
  std::optional<CodedConcept> category;  ///< target or non-target lesion at baseline
  std::string state;                     ///< word of the rules where nothing was measured: "ABSENT", "PRESENT", ...
  std::string comment;
  std::optional<ReportedSegment> segment;  ///< TID 1411
  std::optional<ReportedPlace> region;     ///< TID 1410: an outline on one image
  std::vector<ReportedMeasurement> measurements;
};

/// An answer in codes: target response, current response, ...
struct ReportedAnswer
{
  CodedConcept name;
  CodedConcept value;
};

/// What a DICOM measurement report (TID 1500) says of one time point; the document around it is `SrDocument`.
struct MeasurementReport
{
  std::string person;      ///< who observed, "" = nobody is named
  std::string device;      ///< "nadir 0.1.0"
  std::string modality;    ///< of the images: "MR"
  std::string study_date;  ///< DA of the images
  FrameOfReferenceUid frame_of_reference;
  std::vector<ImageReference> library;
  std::vector<ReportedLesion> lesions;
  std::vector<ReportedMeasurement> derived;  ///< sums and their changes
  std::vector<ReportedAnswer> answers;
  std::string comment;  ///< digest of the assessment
};
}  // namespace nadir::report
