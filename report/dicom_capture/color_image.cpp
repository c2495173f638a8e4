#include "report/dicom_capture/color_image.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::report
{
namespace
{
using measure::KeyImage;
using measure::PixelPoint;

constexpr double least_side = 512.0, most_side = 4096.0;
constexpr Rgb longest_color{255, 220, 0}, other_color{255, 160, 64};
constexpr Rgb outline_color{0, 230, 80};
constexpr double half_width = 1.0;  // pixels of the picture

/// Pixels of the picture for each column and each row of the key image.
struct Enlargement
{
  double columns = 1.0;
  double rows = 1.0;
};

int enlarged_count(int count, double factor) { return std::max(1, static_cast<int>(std::lround(count * factor))); }

Enlargement enlargement_of(const KeyImage& image)
{
  const double finest = std::min(image.column_spacing_mm, image.row_spacing_mm);
  const Enlargement square{image.column_spacing_mm / finest, image.row_spacing_mm / finest};
  const double width = image.columns * square.columns, height = image.rows * square.rows;
  const double wanted = std::ceil(least_side / std::min(width, height)), possible = std::floor(most_side / std::max(width, height));
  const double factor = std::max(1.0, std::min(wanted, possible));
  return {factor * square.columns, factor * square.rows};
}

std::uint8_t grey_of(const KeyImage& image, float value)
{
  const double share = (value - image.window_center) / std::max(image.window_width, 1e-9) + 0.5;
  return std::isfinite(share) ? static_cast<std::uint8_t>(std::lround(255.0 * std::clamp(share, 0.0, 1.0))) : std::uint8_t{0};
}

/// The column or row of the key image in which a pixel of the picture has its centre.
int source_of(int pixel, double factor, int count) { return std::min(static_cast<int>((pixel + 0.5) / factor), count - 1); }

ColorImage enlarged(const KeyImage& image, const Enlargement& factor)
{
  ColorImage picture{enlarged_count(image.columns, factor.columns), enlarged_count(image.rows, factor.rows), {}};
  picture.pixels.reserve(static_cast<std::size_t>(picture.columns) * static_cast<std::size_t>(picture.rows));
  for (int y = 0; y < picture.rows; ++y)
  {
    const auto row = static_cast<std::size_t>(source_of(y, factor.rows, image.rows)) * static_cast<std::size_t>(image.columns);
    for (int x = 0; x < picture.columns; ++x)
    {
      const auto grey = grey_of(image, image.values[row + static_cast<std::size_t>(source_of(x, factor.columns, image.columns))]);
      picture.pixels.push_back({grey, grey, grey});
    }
  }
  return picture;
}

/// Centre of a pixel of the key image in pixels of the picture.
PixelPoint in_picture(const PixelPoint& point, const Enlargement& factor)
{
  return {(point.x + 0.5) * factor.columns - 0.5, (point.y + 0.5) * factor.rows - 0.5};
}

double distance_to_segment(double x, double y, const PixelPoint& a, const PixelPoint& b)
{
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double share = length > 0.0 ? std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
  return std::hypot(x - a.x - share * dx, y - a.y - share * dy);
}

void blend(Rgb& pixel, const Rgb& color, double share)
{
  for (std::size_t c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>(std::lround(pixel[c] + share * (color[c] - pixel[c])));
}

/// Every pixel near the segment gets as much of the colour as the line covers of it.
void draw_line(ColorImage& picture, const PixelPoint& a, const PixelPoint& b, const Rgb& color)
{
  const auto bound = [](double value, int size) { return static_cast<int>(std::clamp(value, 0.0, size - 1.0)); };
  const int left = bound(std::min(a.x, b.x) - 2, picture.columns), right = bound(std::max(a.x, b.x) + 2, picture.columns);
  const int top = bound(std::min(a.y, b.y) - 2, picture.rows), bottom = bound(std::max(a.y, b.y) + 2, picture.rows);
  for (int y = top; y <= bottom; ++y)
    for (int x = left; x <= right; ++x)
    {
      const double cover = half_width + 0.5 - distance_to_segment(x, y, a, b);
      if (cover > 0.0) blend(picture.pixels[static_cast<std::size_t>(y * picture.columns + x)], color, std::min(cover, 1.0));
    }
}
}  // namespace

ColorImage drawn(const KeyImage& image)
{
  NADIR_EXPECTS(image.columns > 0 && image.rows > 0);
  NADIR_EXPECTS(image.values.size() == static_cast<std::size_t>(image.columns) * static_cast<std::size_t>(image.rows));
  NADIR_EXPECTS(image.column_spacing_mm > 0.0 && image.row_spacing_mm > 0.0);
  const auto factor = enlargement_of(image);
  auto picture = enlarged(image, factor);
  for (const auto& outline : image.contours)
    for (std::size_t i = 0; i < outline.size(); ++i)
      draw_line(picture, in_picture(outline[i], factor), in_picture(outline[(i + 1) % outline.size()], factor), outline_color);
  for (const auto& caliper : image.calipers)
    draw_line(picture, in_picture(caliper.from, factor), in_picture(caliper.to, factor),
              &caliper == image.calipers.data() ? longest_color : other_color);
  return picture;
}
}  // namespace nadir::report
