#include "imaging/dicom/geometry_certificate.h"

#include <algorithm>

namespace nadir::imaging
{
std::string_view name_of(SpacingSource source) { return source == SpacingSource::SlicePositions ? "slice positions" : "single slice"; }

std::string_view name_of(Severity severity)
{
  switch (severity)
  {
  case Severity::Note: return "note";
  case Severity::Warning: return "warning";
  case Severity::Refusal: return "refusal";
  }
  return "unknown";
}

bool GeometryCertificate::is_measurable() const
{
  return std::ranges::none_of(remarks, [](const GeometryRemark& remark) { return remark.severity == Severity::Refusal; });
}
}  // namespace nadir::imaging
