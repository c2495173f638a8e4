#include "viewer/render/mask_tint.h"

#include <algorithm>
#include <cmath>

#include "viewer/render/mask_voxels.h"

namespace nadir::viewer
{
MaskTint::MaskTint(const TintLayer& layer, const SliceView& view)
    : layer_(layer), map_(view_to_voxel(view, layer.mask.geometry(), layer.view_to_mask)),
      opacity_(static_cast<int>(std::lround(255.0 * std::clamp(layer.opacity, 0.0, 1.0))))
{
  if (layer_.mask.is_empty()) return;
  const auto& box = layer_.mask.box();
  const auto back = layer_.view_to_mask.inverse();
  double low_x = 1e300, low_y = 1e300, high_x = -1e300, high_y = -1e300;
  for (int corner = 0; corner < 8; ++corner)
  {
    const ContinuousVoxelIndex index{box.first.i + (corner & 1 ? box.size.i - 0.5 : -0.5),
                                     box.first.j + (corner & 2 ? box.size.j - 0.5 : -0.5),
                                     box.first.k + (corner & 4 ? box.size.k - 0.5 : -0.5)};
    const ViewPoint place = view.to_view(back(layer_.mask.geometry().voxel_to_patient(index)));
    low_x = std::min(low_x, place.x), high_x = std::max(high_x, place.x);
    low_y = std::min(low_y, place.y), high_y = std::max(high_y, place.y);
  }
  const auto pixel = [](double at, int size) { return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(size))); };
  left_ = pixel(std::floor(low_x), view.size.width), right_ = pixel(std::ceil(high_x), view.size.width);
  top_ = pixel(std::floor(low_y), view.size.height), bottom_ = pixel(std::ceil(high_y), view.size.height);
}

void MaskTint::paint(int y, std::span<Argb> pixels) const
{
  if (y < top_ || y >= bottom_) return;
  const MaskVoxels voxels(layer_.mask);
  // The offset makes rounding to the nearest a truncation, which is fast; it keeps indices down to -1024 apart from 0.
  constexpr double offset = 1024.5;
  const auto nearest = [](double index) { return static_cast<int>(index + offset) - 1024; };
  for (int x = left_; x < right_; ++x)
  {
    const auto at = map_.at(x, y);
    auto& pixel = pixels[static_cast<std::size_t>(x)];
    if (voxels.contains(nearest(at.i), nearest(at.j), nearest(at.k))) pixel = blended(pixel, layer_.color, opacity_);
  }
}
}  // namespace nadir::viewer
