#include "imaging/dicom/stack_remarks.h"

#include <algorithm>

namespace nadir::imaging
{
void add_remark(ImageStack& stack, const GeometryRemark& remark)
{
  auto& remarks = stack.certificate.remarks;
  const auto is_same = [&](const GeometryRemark& other) { return other.code == remark.code && other.text == remark.text; };
  if (std::ranges::any_of(remarks, is_same)) return;
  remarks.push_back(remark);
  if (remark.severity == Severity::Refusal) stack.geometry.reset();
}
}  // namespace nadir::imaging
