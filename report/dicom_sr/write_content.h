#pragma once

#include "report/dicom_object/dicom_data_set.h"
#include "report/dicom_sr/content_item.h"

namespace nadir::report
{
/// The content tree as attributes of a document: the root's own, and everything below it as nested Content Sequences.
void write_content(const ContentItem& root, DicomDataSet& document);
}  // namespace nadir::report
