#include "measure/assessment/measure_found_lesion.h"

#include <memory>

#include "imaging/digest/sha256.h"
#include "measure/assessment/lesion_numbers.h"
#include "measure/size/measure_size.h"

namespace nadir::measure
{
namespace
{
/// Of the set voxels, so that a repeated run can be compared.
std::string digest_of(const segmentation::Mask& mask)
{
  imaging::Sha256 digest;
  const auto& box = mask.box();
  for (const int number : {box.first.i, box.first.j, box.first.k, box.size.i, box.size.j, box.size.k})
    digest.add(std::to_string(number) + " ");
  for (int k = 0; k < box.size.k; ++k)
    for (int j = 0; j < box.size.j; ++j)
    {
      const auto row = mask.row(box.first.j + j, box.first.k + k);
      digest.add(std::string(row.begin(), row.end()));
    }
  return digest.hex();
}

segmentation::SegmentedLesion on_stack(const segmentation::Mask& mask, const imaging::ImageStack& stack)
{
  segmentation::SegmentedLesion lesion{1, "", mask, {}, {}};
  lesion.provenance.digest = digest_of(mask);
  lesion.provenance.referenced_series = stack.series;
  lesion.provenance.frame_of_reference = stack.certificate.frame_of_reference;
  for (std::size_t k = 0; k < stack.slices.size(); ++k) lesion.provenance.slice_sources[static_cast<int>(k)] = stack.slices[k].sop_instance;
  return lesion;
}
}  // namespace

Result<MeasuredLesion> measure_found_lesion(const Lesion& lesion, const segmentation::Mask& mask, const imaging::ImageStack& stack,
                                            const std::string& source)
{
  const auto placed = std::make_shared<const segmentation::SegmentedLesion>(on_stack(mask, stack));
  const auto size = measure_size(*placed);
  if (!size) return size.failure();
  MeasuredLesion result;
  result.stack = &stack;
  result.mask = mask;
  result.assessment.lesion = lesion;
  result.assessment.state = measured_word(lesion.role);
  take_size(result.assessment, *size);
  result.assessment.evidence.source = source;
  result.outline = placed;
  return result;
}
}  // namespace nadir::measure
