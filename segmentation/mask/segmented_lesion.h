#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/result/identities.h"
#include "segmentation/mask/contour_stack.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// Where a mask file says it comes from; empty members where it says nothing.
struct MaskProvenance
{
  std::string format;  ///< "NIfTI", "NRRD", "DICOM SEG", "RTSTRUCT"
  std::string digest;  ///< SHA-256 of the file
  SeriesUid referenced_series;
  FrameOfReferenceUid frame_of_reference;
  imaging::PatientIdentity patient;             ///< of a DICOM object; for comparison only
  std::map<int, SopInstanceUid> slice_sources;  ///< slice k of the mask's grid -> image it was drawn on
};

/// One lesion of a mask file: a label with its shape.
struct SegmentedLesion
{
  int label = 1;     ///< label value, segment number or ROI number
  std::string name;  ///< segment label or ROI name, UTF-8; may hold anything: escape it
  std::variant<Mask, ContourStack> shape;
  MaskProvenance provenance;
  std::vector<std::string> warnings;  ///< e.g. "3 separate parts"
};
}  // namespace nadir::segmentation
