#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/dicom_capture/color_image.h"
#include "report/dicom_object/image_reference.h"
#include "report/dicom_object/object_modules.h"
#include "report/dicom_object/study_header.h"

namespace nadir::report
{
/// A picture as a Secondary Capture Image (PS3.3 A.8.1), RGB.
struct CaptureObject
{
  StudyHeader header;
  ObjectIdentity identity;
  ColorImage picture;
  std::optional<ImageReference> source;  ///< the image it was taken from
  std::string laterality;                ///< "R" or "L"; "" where neither the image nor the lesion's words say it (type 2C)
  std::string comment;                   ///< what is drawn: "T01 at baseline: LD 87.3 mm"
};

std::string capture_bytes(const CaptureObject& capture);

/// In what a file differs from the object that was written; empty = equal.
std::vector<std::string> capture_differences(const CaptureObject& written, const std::string& bytes);
}  // namespace nadir::report
