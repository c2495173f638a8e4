#pragma once

#include <string>
#include <vector>

#include "report/dicom_object/image_reference.h"
#include "report/dicom_object/object_modules.h"
#include "report/dicom_object/study_header.h"

namespace nadir::report
{
/// A PDF document as an Encapsulated PDF (PS3.3 A.45.1).
struct PdfObject
{
  StudyHeader header;
  ObjectIdentity identity;
  std::string title;
  std::string pdf;                       ///< the bytes of the document
  std::vector<ObjectReference> sources;  ///< images that it reports on
};

std::string pdf_object_bytes(const PdfObject& object);

/// In what a file differs from the object that was written; empty = equal.
std::vector<std::string> pdf_differences(const PdfObject& written, const std::string& bytes);
}  // namespace nadir::report
