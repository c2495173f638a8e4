#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/study.h"
#include "report/dicom_object/object_modules.h"
#include "report/dicom_object/study_header.h"
#include "report/vocabulary/coded_concept.h"
#include "segmentation/mask/mask.h"

namespace nadir::report
{
/// How a segment came about, as DICOM asks for it.
struct SegmentAlgorithm
{
  std::string type;  ///< "MANUAL", "SEMIAUTOMATIC", "AUTOMATIC"
  std::string name;  ///< "" for MANUAL only
};

/// One segment. The mask has the voxels of the object's stack; it may be empty.
struct Segment
{
  std::string label;  ///< "T01", "T01 necrosis"
  CodedConcept category;
  CodedConcept type;
  std::optional<CodedConcept> site;
  std::optional<CodedConcept> laterality;
  SegmentAlgorithm algorithm;
  std::string tracking_id;
  std::string tracking_uid;
  std::array<std::uint16_t, 3> color{};  ///< CIELab as DICOM scales it (PS3.3 C.10.7.1.1)
  segmentation::Mask mask;
};

/// A binary DICOM Segmentation (PS3.3 A.51) of one image stack. Segments are numbered 1, 2, ... in their order.
struct SegmentationObject
{
  StudyHeader header;
  ObjectIdentity identity;
  const imaging::ImageStack* stack = nullptr;  ///< its images are the source; it has a geometry
  std::string content_label;                   ///< CS: "LESIONS"
  std::string content_description;
  std::string creator;            ///< person, "" = none named
  std::vector<Segment> segments;  ///< at least one
};

/// A frame of the object: one slice of one segment.
struct SegmentFrame
{
  int segment = 0;  ///< from 1
  int slice = 0;    ///< k of the stack
};

/// Slices with voxels, segment by segment; an empty segment gets the middle slice of the stack.
std::vector<SegmentFrame> frames_of(const SegmentationObject& object);

/// The object as a DICOM file.
std::string segmentation_bytes(const SegmentationObject& object);
}  // namespace nadir::report
