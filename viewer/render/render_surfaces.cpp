#include "viewer/render/render_surfaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "viewer/render/in_rows.h"

namespace nadir::viewer
{
namespace
{
constexpr int oversampling = 2;

/// A corner of a triangle on the screen: place, depth (mm, away from the reader) and how much it faces the reader (0 to 1).
struct Corner
{
  float x, y, depth, facing;
};

struct ScreenTriangle
{
  std::array<Corner, 3> corners;
  Argb color = 0;
  float opacity = 1.0F;
  float depth = 0.0F;
};

Corner corner_of(const TriangleSurface& surface, std::uint32_t n, const SliceView& view)
{
  const ViewPoint place = view.to_view(surface.points[n]);
  const double facing = std::abs(dot(surface.normals[n], view.plane.into()));
  return {static_cast<float>(place.x), static_cast<float>(place.y), static_cast<float>(view.depth_of(surface.points[n])),
          static_cast<float>(std::min(1.0, facing))};
}

std::vector<ScreenTriangle> projected(const std::vector<SurfaceItem>& items, const SliceView& view)
{
  std::vector<ScreenTriangle> triangles;
  for (const SurfaceItem& item : items)
    for (const auto& ids : item.surface->triangles)
    {
      ScreenTriangle triangle{
          {corner_of(*item.surface, ids[0], view), corner_of(*item.surface, ids[1], view), corner_of(*item.surface, ids[2], view)},
          item.color,
          static_cast<float>(item.opacity)};
      triangle.depth = (triangle.corners[0].depth + triangle.corners[1].depth + triangle.corners[2].depth) / 3.0F;
      triangles.push_back(triangle);
    }
  return triangles;
}

/// Color of a surface that faces the reader by so much: dark at the rim, a highlight in the middle.
Argb lit(Argb color, float facing)
{
  const float diffuse = 0.25F + 0.7F * facing;
  const float highlight = 70.0F * std::pow(facing, 24.0F);
  const auto channel = [&](int shift)
  {
    const float value = static_cast<float>(color >> shift & 0xffU) * diffuse + highlight;
    return static_cast<Argb>(std::min(value, 255.0F)) << shift;
  };
  return 0xff000000U | channel(16) | channel(8) | channel(0);
}

/// Some rows of the picture and their depths. Opaque triangles first; then see-through ones from back to front.
class Band
{
public:
  Band(std::span<Argb> pixels, int width, int first, int last)
      : pixels_(pixels), depths_(pixels.size(), std::numeric_limits<float>::max()), width_(width), first_(first), last_(last)
  {
  }

  void draw(const ScreenTriangle& triangle)
  {
    const auto& [a, b, c] = triangle.corners;
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (std::abs(area) < 1e-9F) return;
    const int top = std::max(first_, static_cast<int>(std::ceil(std::min({a.y, b.y, c.y}) - 0.5F)));
    const int bottom = std::min(last_ - 1, static_cast<int>(std::floor(std::max({a.y, b.y, c.y}) - 0.5F)));
    const int left = std::max(0, static_cast<int>(std::ceil(std::min({a.x, b.x, c.x}) - 0.5F)));
    const int right = std::min(width_ - 1, static_cast<int>(std::floor(std::max({a.x, b.x, c.x}) - 0.5F)));
    for (int y = top; y <= bottom; ++y)
      for (int x = left; x <= right; ++x)
      {
        const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
        const float u = ((b.x - px) * (c.y - py) - (c.x - px) * (b.y - py)) / area;
        const float v = ((c.x - px) * (a.y - py) - (a.x - px) * (c.y - py)) / area;
        const float w = 1.0F - u - v;
        if (u < 0.0F || v < 0.0F || w < 0.0F) continue;
        put(x, y, triangle, {px, py, u * a.depth + v * b.depth + w * c.depth, u * a.facing + v * b.facing + w * c.facing});
      }
  }

private:
  void put(int x, int y, const ScreenTriangle& triangle, const Corner& at)
  {
    const auto n = static_cast<std::size_t>(y - first_) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
    if (at.depth >= depths_[n]) return;
    const Argb color = lit(triangle.color, at.facing);
    if (triangle.opacity >= 1.0F)
    {
      pixels_[n] = color;
      depths_[n] = at.depth;
      return;
    }
    const float rim = (1.0F - at.facing) * (1.0F - at.facing);
    const float opacity = triangle.opacity + (0.9F - triangle.opacity) * 0.5F * rim;
    pixels_[n] = blended(pixels_[n], color, static_cast<int>(std::clamp(255.0F * opacity, 0.0F, 255.0F)));
  }

  std::span<Argb> pixels_;
  std::vector<float> depths_;
  int width_, first_, last_;
};

/// The mean of each square of pixels.
Picture reduced(const std::vector<Argb>& pixels, ViewSize size)
{
  Picture picture{size, std::vector<Argb>(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height))};
  const std::size_t wide = static_cast<std::size_t>(size.width) * oversampling;
  for (std::size_t y = 0; y < static_cast<std::size_t>(size.height); ++y)
    for (std::size_t x = 0; x < static_cast<std::size_t>(size.width); ++x)
    {
      std::uint32_t red = 0, green = 0, blue = 0;
      for (std::size_t n = 0; n < oversampling * oversampling; ++n)
      {
        const Argb pixel = pixels[(y * oversampling + n / oversampling) * wide + x * oversampling + n % oversampling];
        red += pixel >> 16 & 0xffU, green += pixel >> 8 & 0xffU, blue += pixel & 0xffU;
      }
      constexpr std::uint32_t all = oversampling * oversampling;
      picture.pixels[y * static_cast<std::size_t>(size.width) + x] = 0xff000000U | red / all << 16 | green / all << 8 | blue / all;
    }
  return picture;
}
}  // namespace

Picture render_surfaces(const std::vector<SurfaceItem>& items, const SliceView& view, Argb background)
{
  SliceView fine = view;
  fine.size = {view.size.width * oversampling, view.size.height * oversampling};
  fine.mm_per_pixel /= oversampling;
  auto triangles = projected(items, fine);
  const auto first_clear =
      std::stable_partition(triangles.begin(), triangles.end(), [](const ScreenTriangle& t) { return t.opacity >= 1.0F; });
  std::sort(first_clear, triangles.end(), [](const ScreenTriangle& a, const ScreenTriangle& b) { return a.depth > b.depth; });
  const auto width = static_cast<std::size_t>(fine.size.width);
  std::vector<Argb> pixels(width * static_cast<std::size_t>(fine.size.height), background);
  in_rows(fine.size.height,
          [&](int first, int last)
          {
            const auto rows =
                std::span(pixels).subspan(static_cast<std::size_t>(first) * width, static_cast<std::size_t>(last - first) * width);
            Band band(rows, fine.size.width, first, last);
            for (const ScreenTriangle& triangle : triangles) band.draw(triangle);
          });
  return reduced(pixels, view.size);
}
}  // namespace nadir::viewer
