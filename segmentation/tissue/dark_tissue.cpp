#include "segmentation/tissue/dark_tissue.h"

#include <algorithm>
#include <utility>

#include "segmentation/tissue/dark_places.h"
#include "segmentation/tissue/liquid_borders.h"
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
/// Takes so much from the score of tumour without uptake that a voxel at its border is as likely dead.
void hold_borders(TissueModel& model, const std::vector<float>& borders)
{
  constexpr double open_border = 0.65;
  const auto& post = model[TissueFeature::PostContrast];
  const double middle = std::max(0.5 * (post[Necrosis] + post[Indeterminate]), open_border);
  const double nats = (post[Indeterminate] - post[Necrosis]) / (post.sigma * post.sigma);
  model.against_solid.clear();
  for (const float border : borders)
    model.against_solid.push_back(static_cast<float>(std::max((static_cast<double>(border) - middle) * nats, 0.0)));
}
}  // namespace

void tell_dark_tissue(TissueModel& model, const LesionVoxels& voxels, const CalmedValues& post_contrast)
{
  if (const auto dark = two_dark_levels(voxels, post_contrast))
  {
    set_dark_levels(model, *dark);
    return hold_borders(model, liquid_borders(voxels, post_contrast));
  }
  const auto borders = liquid_borders_of_one_tissue(voxels, post_contrast);
  auto places = dark_places(voxels, post_contrast, borders);
  set_dark_levels(model, places.levels);
  hold_borders(model, borders);
  model.may_be_solid = std::move(places.may_be_solid);
  model.may_be_liquid = std::move(places.may_be_liquid);
}

std::vector<float> evened(const TissueModel& model, const std::vector<float>& own, std::vector<float> even)
{
  for (std::size_t n = 0; n < own.size(); ++n)
    if (model.has_two_dark_levels && (model.may_be_solid.empty() || model.may_be_solid[n] != 0)) even[n] = own[n];
  return even;
}
}  // namespace nadir::segmentation
