#include "report/document/grey_image.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::report
{
namespace
{
bool is_positive(double value) { return std::isfinite(value) && value > 0.0; }

PixelRect clipped(const PixelRect& part, const measure::KeyImage& image)
{
  const int left = std::clamp(part.left, 0, image.columns - 1), top = std::clamp(part.top, 0, image.rows - 1);
  const int right = std::clamp(part.left + part.columns, left + 1, image.columns),
            bottom = std::clamp(part.top + part.rows, top + 1, image.rows);
  return {left, top, right - left, bottom - top};
}

float value_at(const measure::KeyImage& image, int column, int row)
{
  return image.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(image.columns) + static_cast<std::size_t>(column)];
}

/// Mean of the numbers in a block; NaN without any.
double mean_of(const measure::KeyImage& image, const PixelRect& block)
{
  double sum = 0.0;
  int count = 0;
  for (int row = block.top; row < block.top + block.rows; ++row)
  {
    for (int column = block.left; column < block.left + block.columns; ++column)
    {
      const double value = value_at(image, column, row);
      if (!std::isfinite(value)) continue;
      sum += value;
      ++count;
    }
  }
  return count == 0 ? std::nan("") : sum / count;
}

std::uint8_t grey_of(double value, const measure::KeyImage& image)
{
  if (!std::isfinite(value)) return 0;
  const double grey = 255.0 * ((value - image.window_center) / image.window_width + 0.5);
  return static_cast<std::uint8_t>(std::lround(std::clamp(grey, 0.0, 255.0)));
}
}  // namespace

bool is_drawable(const measure::KeyImage& image)
{
  return image.columns > 0 && image.rows > 0 &&
         image.values.size() / static_cast<std::size_t>(image.columns) == static_cast<std::size_t>(image.rows) &&
         image.values.size() % static_cast<std::size_t>(image.columns) == 0 && is_positive(image.column_spacing_mm) &&
         is_positive(image.row_spacing_mm) && is_positive(image.window_width) && std::isfinite(image.window_center);
}

GreyImage windowed(const measure::KeyImage& image, const PixelRect& part, int most_pixels)
{
  NADIR_EXPECTS(is_drawable(image) && most_pixels > 0);
  const PixelRect area = clipped(part, image);
  const int step = (std::max(area.columns, area.rows) + most_pixels - 1) / most_pixels;
  GreyImage grey{(area.columns + step - 1) / step, (area.rows + step - 1) / step, {}};
  for (int row = 0; row < grey.rows; ++row)
  {
    for (int column = 0; column < grey.columns; ++column)
    {
      const PixelRect block{area.left + column * step, area.top + row * step, std::min(step, area.columns - column * step),
                            std::min(step, area.rows - row * step)};
      grey.pixels.push_back(grey_of(mean_of(image, block), image));
    }
  }
  return grey;
}
}  // namespace nadir::report
