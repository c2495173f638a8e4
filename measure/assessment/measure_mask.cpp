#include "measure/assessment/measure_mask.h"

#include "measure/assessment/identity_check.h"
#include "measure/assessment/lesion_cut.h"
#include "measure/assessment/lesion_on_grid.h"
#include "measure/assessment/lesion_site.h"
#include "measure/size/measure_size.h"
#include "segmentation/mask/read_mask.h"

namespace nadir::measure
{
namespace
{
using Stacks = std::vector<const imaging::ImageStack*>;

bool is_empty(const segmentation::SegmentedLesion& lesion)
{
  const auto* mask = std::get_if<segmentation::Mask>(&lesion.shape);
  return mask ? mask->is_empty() : std::get<segmentation::ContourStack>(lesion.shape).planes.empty();
}

Result<LesionSize> size_of(const segmentation::SegmentedLesion& lesion, const Stacks& stacks)
{
  if (is_empty(lesion)) return measure_size(lesion);
  const auto site = find_site(lesion, stacks);
  if (!site) return site.failure();
  const auto placed = on_grid_of(lesion, *site);
  auto size = measure_size(placed);
  if (!size) return size;
  if (auto cut = warning_of_cut(placed, *site)) size->warnings.push_back(*std::move(cut));
  for (const auto* warnings : {&site->warnings, &lesion.warnings})
    size->warnings.insert(size->warnings.end(), warnings->begin(), warnings->end());
  return size;
}
}  // namespace

Result<std::vector<MeasuredLabel>> measure_mask(const std::filesystem::path& mask, const TimepointImages& images,
                                                const std::set<std::string>& confirmed)
{
  const auto lesions = segmentation::read_mask(mask);
  if (!lesions) return lesions.failure();
  const auto questions = mask_questions(lesions->front().provenance, images, std::to_string(lesions->front().label));
  if (const auto answered = require_answers(questions, confirmed); !answered) return answered.failure();
  const auto stacks = images.stacks();
  std::vector<MeasuredLabel> measured;
  for (const auto& lesion : *lesions) measured.push_back({lesion.label, lesion.name, size_of(lesion, stacks)});
  return measured;
}
}  // namespace nadir::measure
