#include "segmentation/tissue/dark_tissue.h"

#include <algorithm>
#include <utility>

#include "segmentation/tissue/dark_places.h"
#include "segmentation/tissue/two_dark_levels.h"

namespace nadir::segmentation
{
namespace
{
using enum TissueClass;

void set_dark_levels(TissueModel& model, const TwoDarkLevels& levels)
{
  constexpr double spread_of_dark_gap = 0.35;
  auto& post = model[TissueFeature::PostContrast];
  post[Necrosis] = levels.liquid;
  post[Indeterminate] = levels.solid;
  post.sigma = std::min(post.sigma, spread_of_dark_gap * (levels.solid - levels.liquid));
  model.has_two_dark_levels = true;
}
}  // namespace

void tell_dark_tissue(TissueModel& model, const LesionVoxels& voxels, const std::vector<float>& post_contrast, ReferenceKind reference)
{
  if (reference != ReferenceKind::Brain) return;
  if (const auto dark = two_dark_levels(voxels, post_contrast)) return set_dark_levels(model, *dark);
  auto places = dark_places(voxels, post_contrast, reference);
  if (!places) return;
  set_dark_levels(model, places->levels);
  model.may_be_solid = std::move(places->may_be_solid);
  model.may_be_liquid = std::move(places->may_be_liquid);
}

std::vector<float> evened(const TissueModel& model, const std::vector<float>& own, std::vector<float> even)
{
  for (std::size_t n = 0; n < own.size(); ++n)
    if (model.has_two_dark_levels && (model.may_be_solid.empty() || model.may_be_solid[n] != 0)) even[n] = own[n];
  return even;
}
}  // namespace nadir::segmentation
