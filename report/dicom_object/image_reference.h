#pragma once

#include <compare>
#include <string>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/result/identities.h"

namespace nadir::report
{
/// One DICOM object that another one refers to, with all that a reference needs.
struct ObjectReference
{
  StudyUid study;
  SeriesUid series;
  std::string sop_class;
  SopInstanceUid sop_instance;

  auto operator<=>(const ObjectReference&) const = default;
};

/// One image, or one frame of a multi-frame image.
struct ImageReference
{
  ObjectReference object;
  int frame = 0;  ///< from 1; 0 = the object has one frame only

  auto operator<=>(const ImageReference&) const = default;
};

/// The image that a slice comes from.
ImageReference reference_to(const imaging::SliceSource& slice);

/// Every object once, sorted by study, series, instance.
std::vector<ObjectReference> objects_of(const std::vector<ImageReference>& images);
}  // namespace nadir::report
