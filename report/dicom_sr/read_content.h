#pragma once

#include "imaging/gate/data_set.h"
#include "imaging/result/result.h"
#include "report/dicom_sr/content_item.h"

namespace nadir::report
{
enum class SrError
{
  NotAReport,     ///< another kind of object, or no content tree
  Malformed,      ///< a number or coordinate that cannot be read
  OtherTemplate,  ///< no measurement report (TID 1500)
};
std::string_view error_code(SrError error);

/// Content tree of any structured report, whoever made it. Codes of the retired SNOMED scheme (SRT, 99SDM, SNM3) that have a place in
/// measurement reports come back as SCT. Items by reference, and value types that hold no measurement (WAVEFORM, TCOORD), are left out.
/// Texts are UTF-8. Depth, counts and lengths were bounded by the gate. Failures: SrError.
Result<ContentItem> read_content(const imaging::DataSet& document);
}  // namespace nadir::report
