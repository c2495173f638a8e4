#include "measure/assessment/key_image_windows.h"

#include <algorithm>

namespace nadir::measure
{
namespace
{
constexpr double widest_ratio = 2.0;

double low_of(const KeyImage& image) { return image.window_center - 0.5 * image.window_width; }
double high_of(const KeyImage& image) { return image.window_center + 0.5 * image.window_width; }

bool same_contrast(const MeasuredLesion& a, const MeasuredLesion& b)
{
  return a.stack && b.stack && a.stack->sequence.type == b.stack->sequence.type && a.stack->sequence.b_value == b.stack->sequence.b_value;
}

void share(const std::vector<KeyImage*>& images)
{
  if (images.size() < 2) return;
  double low = low_of(*images.front()), high = high_of(*images.front()), narrowest = images.front()->window_width;
  for (const auto* image : images)
  {
    low = std::min(low, low_of(*image));
    high = std::max(high, high_of(*image));
    narrowest = std::min(narrowest, image->window_width);
  }
  const bool same_scale = high - low <= widest_ratio * narrowest;
  for (auto* image : images)
  {
    if (!same_scale)
    {
      image->caption += ", grey not comparable between time points";
      continue;
    }
    image->window_center = 0.5 * (low + high);
    image->window_width = high - low;
  }
}
}  // namespace

void share_windows(std::vector<std::vector<MeasuredLesion>>& all)
{
  for (std::size_t l = 0; !all.empty() && l < all.front().size(); ++l)
  {
    std::vector<MeasuredLesion*> open;
    for (auto& lesions : all)
      if (lesions[l].assessment.key_image) open.push_back(&lesions[l]);
    while (!open.empty())
    {
      auto* const first = open.front();
      const auto others = std::stable_partition(open.begin(), open.end(),
                                                [&](const auto* lesion) { return lesion == first || same_contrast(*lesion, *first); });
      std::vector<KeyImage*> images;
      std::transform(open.begin(), others, std::back_inserter(images), [](auto* lesion) { return &*lesion->assessment.key_image; });
      share(images);
      open.erase(open.begin(), others);
    }
  }
}
}  // namespace nadir::measure
