#include "segmentation/tissue/robustness_band.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
using Counts = std::array<double, tissue_class_count>;

ClassFractions fractions_of(const Counts& counts)
{
  double all = 0.0;
  for (const double count : counts) all += count;
  ClassFractions fractions{};
  if (all > 0.0) std::ranges::transform(counts, fractions.begin(), [all](double count) { return count / all; });
  return fractions;
}

Counts counts_of(const ClassLabels& labels, std::size_t first, std::size_t last)
{
  Counts counts{};
  for (std::size_t n = first; n < last; ++n) counts[labels[n]] += 1.0;
  return counts;
}

Counts plus(Counts counts, double factor, const Counts& more)
{
  for (std::size_t c = 0; c < counts.size(); ++c) counts[c] += factor * more[c];
  return counts;
}

bool is_empty(const Counts& counts)
{
  return std::ranges::all_of(counts, [](double count) { return count <= 0.0; });
}

/// Lesion voxels that a contour one in-plane voxel further in would leave out.
Counts rim_counts(const LesionVoxels& voxels, const ClassLabels& labels)
{
  const auto rim = static_cast<float>(0.51 * voxels.in_plane_spacing());
  Counts counts{};
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
    if (voxels.depth()[n] <= rim) counts[labels[n]] += 1.0;
  return counts;
}

std::vector<ShiftedFractions> contour_shifts(const LesionVoxels& voxels, const ClassLabels& labels)
{
  const auto whole = counts_of(labels, 0, voxels.lesion_count()), layer = counts_of(labels, voxels.lesion_count(), voxels.count());
  const auto rim = rim_counts(voxels, labels);
  std::vector<ShiftedFractions> shifts{{"contour 1/2 voxel out", fractions_of(plus(whole, 0.5, layer))},
                                       {"contour 1 voxel out", fractions_of(plus(whole, 1.0, layer))},
                                       {"contour 1/2 voxel in", fractions_of(plus(whole, -0.5, rim))}};
  if (const auto eroded = plus(whole, -1.0, rim); !is_empty(eroded)) shifts.push_back({"contour 1 voxel in", fractions_of(eroded)});
  return shifts;
}

/// Per class: voxels of it that touch another class within the slice, and voxels of others that touch it. Dead tissue at the contour counts
/// as touching viable tissue: a living rim thinner than half a voxel does not show. A mixture at the contour that touches dead tissue
/// counts twice, as a whole voxel.
struct BorderCounts
{
  Counts own{};
  Counts others{};
};

constexpr auto dead = static_cast<std::uint8_t>(index_of(TissueClass::Necrosis));
constexpr auto undecided = static_cast<std::uint8_t>(index_of(TissueClass::Indeterminate));

bool may_be_mixed_dead(const LesionVoxels& voxels, const ClassLabels& labels, std::size_t n)
{
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  const auto is_outside = [limit](std::int32_t other) { return other < 0 || other >= limit; };
  return labels[n] == undecided && std::ranges::any_of(voxels.neighbours()[n], is_outside) &&
         std::ranges::any_of(voxels.neighbours()[n],
                             [&](std::int32_t other) { return !is_outside(other) && labels[static_cast<std::size_t>(other)] == dead; });
}

BorderCounts border_counts(const LesionVoxels& voxels, const ClassLabels& labels, UndecidedContour contour)
{
  constexpr std::size_t in_plane = 4;
  const auto rim = static_cast<float>(0.51 * voxels.in_plane_spacing());
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  BorderCounts counts;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
  {
    std::array<bool, tissue_class_count> touches{};
    for (std::size_t direction = 0; direction < in_plane; ++direction)
      if (const auto other = voxels.neighbours()[n][direction]; other >= 0 && other < limit)
        touches[labels[static_cast<std::size_t>(other)]] = true;
    if (labels[n] == dead && voxels.depth()[n] <= rim) touches[index_of(TissueClass::Viable)] = true;
    touches[labels[n]] = false;
    if (contour == UndecidedContour::Mixture && may_be_mixed_dead(voxels, labels, n)) counts.others[dead] += touches[dead] ? 1.0 : 2.0;
    for (std::size_t c = 0; c < touches.size(); ++c) counts.others[c] += touches[c] ? 1.0 : 0.0;
    counts.own[labels[n]] += std::ranges::any_of(touches, [](bool touch) { return touch; }) ? 1.0 : 0.0;
  }
  return counts;
}

/// Largest movement of one kind down and up.
struct Movement
{
  double down = 0.0;
  double up = 0.0;

  void include(double from, double to) { down = std::max(down, from - to), up = std::max(up, to - from); }
};

FractionBand band_of(double value, std::initializer_list<Movement> movements)
{
  double down = 0.0, up = 0.0;
  for (const auto& movement : movements) down += movement.down * movement.down, up += movement.up * movement.up;
  return {value, std::max(value - std::sqrt(down), 0.0), std::min(value + std::sqrt(up), 1.0)};
}

BandTrial trial_of(const ShiftedFractions& shifted)
{
  return {shifted.shift, shifted.fractions[index_of(TissueClass::Necrosis)], shifted.fractions[index_of(TissueClass::Viable)]};
}
}  // namespace

RobustnessBands robustness_bands(const LesionVoxels& voxels, const ClassLabels& labels, const ThresholdLabels& moved,
                                 UndecidedContour contour)
{
  const auto count = voxels.lesion_count();
  const auto fractions = fractions_of(counts_of(labels, 0, count));
  const std::vector<ShiftedFractions> thresholds{{"levels towards necrosis", fractions_of(counts_of(moved.towards_necrosis, 0, count))},
                                                 {"levels towards viable", fractions_of(counts_of(moved.towards_viable, 0, count))}};
  const auto contours = contour_shifts(voxels, labels);
  const auto borders = border_counts(voxels, labels, contour);
  RobustnessBands result;
  for (std::size_t c = 0; c < tissue_class_count; ++c)
  {
    Movement by_level, by_contour;
    for (const auto& shift : thresholds) by_level.include(fractions[c], shift.fractions[c]);
    for (const auto& shift : contours) by_contour.include(fractions[c], shift.fractions[c]);
    const auto voxel = 0.5 / static_cast<double>(count);
    result.bands[c] = band_of(fractions[c], {by_level, by_contour, Movement{voxel * borders.own[c], voxel * borders.others[c]}});
  }
  for (const auto& shift : thresholds) result.trials.push_back(trial_of(shift));
  for (const auto& shift : contours) result.trials.push_back(trial_of(shift));
  return result;
}
}  // namespace nadir::segmentation
