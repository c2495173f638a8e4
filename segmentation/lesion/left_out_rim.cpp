#include "segmentation/lesion/left_out_rim.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <utility>
#include <vector>

#include "imaging/volume/volume_part.h"
#include "segmentation/lesion/in_parallel.h"
#include "segmentation/lesion/slice_border.h"

namespace nadir::segmentation::lesion
{
namespace
{
using Values = std::vector<float>;

double median(Values& values)
{
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return static_cast<double>(*middle);
}

/// Median and 1.4826 times the median absolute deviation.
struct Signal
{
  double middle = 0.0;
  double spread = 0.0;
};

Signal signal_of(Values values)
{
  const double middle = median(values);
  for (auto& value : values) value = std::abs(value - static_cast<float>(middle));
  return {middle, 1.4826 * median(values)};
}

/// What lies just within the ends of drawn lines, and what just beyond them.
struct EndValues
{
  Values within;
  Values beyond;
};

/// `end`, and the way from there along the line, in voxels per mm.
struct LineEnd
{
  ContinuousVoxelIndex end;
  double i = 0.0;
  double j = 0.0;
};

void add_end(const std::vector<float>& slice, const ImageGeometry& geometry, const LineEnd& line, EndValues& values)
{
  constexpr double half_width = 2.0, inner = 2.2, at_end = 0.5, clear_of_it = -1.2, outer = -4.5, step = 0.6;  // mm inwards
  const auto& [spacing, size] = std::pair{geometry.spacing(), geometry.size()};
  const double across_i = -line.j * spacing.j / spacing.i, across_j = line.i * spacing.i / spacing.j;
  for (double depth = outer; depth <= inner; depth += step)
    for (double width = -half_width; width <= half_width; width += step)
    {
      const auto i = std::lround(line.end.i + depth * line.i + width * across_i),
                 j = std::lround(line.end.j + depth * line.j + width * across_j);
      if (i < 0 || j < 0 || i >= size.i || j >= size.j) continue;
      const float value = slice[static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i)];
      if (!std::isfinite(value)) continue;
      if (depth > at_end) values.within.push_back(value);
      if (depth < clear_of_it) values.beyond.push_back(value);
    }
}

void add_line(const imaging::Volume& image, const PromptLine& line, EndValues& values)
{
  const auto& geometry = image.geometry();
  const auto from = geometry.patient_to_voxel(line.from), to = geometry.patient_to_voxel(line.to);
  const int k = std::clamp(static_cast<int>(std::lround(from.k)), 0, geometry.size().k - 1);
  const auto slice = image.slice(k);
  const double length = distance(line.from, line.to).value(), i = (to.i - from.i) / length, j = (to.j - from.j) / length;
  add_end(slice, geometry, {from, i, j}, values);
  add_end(slice, geometry, {to, -i, -j}, values);
}

/// How signals are placed between what lies beyond the lesion (0) and its border as drawn (1); nothing where these hardly differ.
struct Scale
{
  double zero = 0.0;
  double one = 1.0;

  double operator()(double value) const { return (value - zero) / (one - zero); }
};

std::optional<Scale> scale_of(const imaging::Volume& image, const LesionPrompt& prompt)
{
  constexpr std::size_t few = 12;
  constexpr double plain = 2.0;  // spreads
  EndValues values;
  if (prompt.long_axis) add_line(image, *prompt.long_axis, values);
  if (prompt.short_axis) add_line(image, *prompt.short_axis, values);
  if (values.within.size() < few || values.beyond.size() < few) return std::nullopt;
  const auto within = signal_of(std::move(values.within)), beyond = signal_of(std::move(values.beyond));
  const double difference = std::abs(within.middle - beyond.middle);
  if (difference == 0.0 || difference < plain * std::hypot(within.spread, beyond.spread)) return std::nullopt;
  return Scale{beyond.middle, within.middle};
}

/// Border of one slice: how many voxels lie along it, and how many of them where the lesion goes on.
struct BorderCount
{
  std::size_t all = 0;
  std::size_t goes_on = 0;
};

/// A stretch of the border, seen from the middle of the slice's section.
struct Stretch
{
  Values within;
  Values beyond;
};

constexpr std::size_t stretches = 8;

std::size_t stretch_of(double i, double j)
{
  const double turn = std::atan2(j, i) * std::numbers::inv_pi + 1.0;  // 0..2
  return std::min(stretches - 1, static_cast<std::size_t>(0.5 * turn * stretches));
}

/// One slice of a mask.
struct Section
{
  GridSize size;
  std::span<const std::uint8_t> inside;

  std::size_t offset(int i, int j) const
  {
    return static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i);
  }
  bool holds(int i, int j) const { return inside[offset(i, j)] == 1; }
};

ContinuousVoxelIndex middle_of(const Section& section)
{
  ContinuousVoxelIndex sum;
  double count = 0.0;
  for (int j = 0; j < section.size.j; ++j)
    for (int i = 0; i < section.size.i; ++i)
      if (section.holds(i, j)) sum.i += i, sum.j += j, count += 1.0;
  return {sum.i / std::max(1.0, count), sum.j / std::max(1.0, count), 0.0};
}

std::array<Stretch, stretches> stretches_of(const imaging::Volume& image, const Section& section, VoxelIndex first)
{
  constexpr double reach = 2.2;  // mm
  const auto& spacing = image.geometry().spacing();
  const SliceBorder border(section.size, section.inside);
  const auto disc = disc_of(spacing, std::max(reach, 1.5 * std::max(spacing.i, spacing.j)));
  const auto values = imaging::part_of_slice(image, first.k, {first.i, first.j, section.size.i, section.size.j});
  const auto middle = middle_of(section);
  std::array<Stretch, stretches> found;
  for (int j = 0; j < section.size.j; ++j)
    for (int i = 0; i < section.size.i; ++i)
    {
      const float value = values[section.offset(i, j)];
      if (!std::isfinite(value) || !border.is_near(i, j, disc)) continue;
      auto& stretch = found[stretch_of(spacing.i * (i - middle.i), spacing.j * (j - middle.j))];
      (section.holds(i, j) ? stretch.within : stretch.beyond).push_back(value);
    }
  return found;
}

BorderCount border_of_slice(const imaging::Volume& image, const PlacedMask& mask, int k, const Scale& scale)
{
  constexpr double like = 0.5, unlike = 0.3;  // of the scale
  constexpr std::size_t few = 12;
  const auto& [first, size] = mask.box;
  const auto plane = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  const Section section{size, {mask.voxels.data() + static_cast<std::size_t>(k) * plane, plane}};
  BorderCount count;
  for (auto& [within, beyond] : stretches_of(image, section, {first.i, first.j, first.k + k}))
  {
    if (within.size() < few || beyond.size() < few) continue;
    const auto all = within.size();
    const double outside = scale(median(beyond)), inside = scale(median(within));
    count.all += all;
    if (outside > like && outside > inside + unlike) count.goes_on += all;
  }
  return count;
}
}  // namespace

double left_out_rim(const imaging::Volume& image, const LesionPrompt& prompt, const PlacedMask& mask, int threads)
{
  const auto scale = scale_of(image, prompt);
  if (!scale) return 0.0;
  std::vector<BorderCount> slices(static_cast<std::size_t>(mask.box.size.k));
  in_parallel(mask.box.size.k, threads, [&](int k) { slices[static_cast<std::size_t>(k)] = border_of_slice(image, mask, k, *scale); });
  BorderCount sum;
  for (const auto& slice : slices) sum.all += slice.all, sum.goes_on += slice.goes_on;
  return sum.all > 0 ? static_cast<double>(sum.goes_on) / static_cast<double>(sum.all) : 0.0;
}

std::optional<std::string> warning_of_rim(double share)
{
  constexpr double much = 0.08;  // right masks of phantoms and of the twelve sarcomas: up to 0.003; masks without their rim: from 0.15 on
  if (share < much) return std::nullopt;
  return "along " + std::to_string(static_cast<int>(std::lround(100.0 * share))) +
         " % of the mask's border the image beyond it looks like the lesion's border where you drew it: a rim is left out, and volume and "
         "share of dead tissue are wrong. Draw the short axis too, or paint the rim as foreground.";
}
}  // namespace nadir::segmentation::lesion
