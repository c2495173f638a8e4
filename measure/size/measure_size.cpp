#include "measure/size/measure_size.h"

#include "measure/size/shape_size.h"

namespace nadir::measure
{
std::string_view error_code(SizeError error)
{
  switch (error)
  {
  case SizeError::EmptyMask: return "size.empty-mask";
  }
  return "size.unknown";
}

namespace
{
/// What the reader of the file left out may be why nothing is there.
Failure with_remarks(const Failure& failure, const std::vector<std::string>& remarks)
{
  std::string words;
  for (const auto& remark : remarks) words += (words.empty() ? "" : "; ") + remark;
  return words.empty() ? failure : failure.in_context(words);
}
}  // namespace

Result<LesionSize> measure_size(const segmentation::SegmentedLesion& lesion)
{
  auto size = std::visit([&](const auto& shape) { return size_of(shape, lesion.provenance); }, lesion.shape);
  if (!size) return with_remarks(size.failure(), lesion.warnings);
  size->evidence.mask_digest = lesion.provenance.digest;
  size->evidence.series = lesion.provenance.referenced_series;
  size->evidence.frame_of_reference = lesion.provenance.frame_of_reference;
  return size;
}
}  // namespace nadir::measure
