#include "segmentation/lesion/training/figure_sheet.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace nadir::segmentation::lesion
{
namespace
{
/// Square part of a slice that holds the lesion with some surroundings.
struct View
{
  double left = 0.0;
  double top = 0.0;
  double step = 1.0;  ///< voxels a pixel
};

View view_of(const Mask& truth)
{
  const auto& box = truth.box();
  const double side = 1.35 * std::max(box.size.i, box.size.j) + 10.0;
  return {box.first.i + 0.5 * box.size.i - 0.5 * side, box.first.j + 0.5 * box.size.j - 0.5 * side, side / FigureSheet::tile};
}

bool holds(const Mask& mask, double i, double j, int k)
{
  const VoxelIndex voxel{static_cast<int>(std::lround(i)), static_cast<int>(std::lround(j)), k};
  return mask.geometry().size().contains(voxel) && mask.contains(voxel);
}

/// Whether the mask's outline runs through a pixel.
bool is_outline(const Mask& mask, const View& view, double i, double j, int k)
{
  return holds(mask, i, j, k) && !(holds(mask, i - view.step, j, k) && holds(mask, i + view.step, j, k) &&
                                   holds(mask, i, j - view.step, k) && holds(mask, i, j + view.step, k));
}
}  // namespace

void FigureSheet::add_row(const TrainingCase& sample, const Mask& found)
{
  pixels_.resize(static_cast<std::size_t>(++rows_) * tile * tile * tiles * 3, 0);
  for (int number = 0; number < tiles; ++number) add_tile(sample, found, number);
}

void FigureSheet::add_tile(const TrainingCase& sample, const Mask& found, int number)
{
  const auto& box = sample.truth.box();
  const int k = box.first.k + static_cast<int>(std::lround((number + 0.25) / (tiles - 0.5) * (box.size.k - 1)));
  const auto slice = sample.image->slice(k);
  const auto& size = sample.image->geometry().size();
  const float bright = 0.8F * *std::max_element(slice.begin(), slice.end());
  const auto view = view_of(sample.truth);
  for (int y = 0; y < tile; ++y)
    for (int x = 0; x < tile; ++x)
    {
      const double i = view.left + x * view.step, j = view.top + y * view.step;
      const int column = static_cast<int>(std::lround(i)), row = static_cast<int>(std::lround(j));
      const bool inside = column >= 0 && row >= 0 && column < size.i && row < size.j;
      const float signal =
          inside ? slice[static_cast<std::size_t>(row) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(column)] /
                       std::max(bright, 1.0F)
                 : 0.0F;
      const auto grey = static_cast<std::uint8_t>(255.0F * std::clamp(std::sqrt(std::max(signal, 0.0F)), 0.0F, 1.0F));
      const bool expert = is_outline(sample.truth, view, i, j, k), ours = is_outline(found, view, i, j, k);
      auto* pixel =
          &pixels_[3 * (static_cast<std::size_t>((rows_ - 1) * tile + y) * tile * tiles + static_cast<std::size_t>(number * tile + x))];
      const bool drawn = expert || ours;
      pixel[0] = ours ? 255 : drawn ? 0 : grey;
      pixel[1] = expert ? 255 : drawn ? 0 : grey;
      pixel[2] = drawn ? 0 : grey;
    }
}

std::vector<std::uint8_t> FigureSheet::pixmap() const
{
  const std::string header = "P6\n" + std::to_string(tile * tiles) + " " + std::to_string(tile * rows_) + "\n255\n";
  std::vector<std::uint8_t> bytes(header.begin(), header.end());
  bytes.insert(bytes.end(), pixels_.begin(), pixels_.end());
  return bytes;
}
}  // namespace nadir::segmentation::lesion
