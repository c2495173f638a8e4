#include "segmentation/lesion/finish_lesion.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "imaging/geometry/nearest_voxel.h"
#include "imaging/units/number_text.h"
#include "segmentation/lesion/block_axes.h"
#include "segmentation/lesion/drawn_length.h"
#include "segmentation/lesion/few_slices.h"
#include "segmentation/lesion/finish_mask.h"
#include "segmentation/lesion/in_parallel.h"
#include "segmentation/lesion/larger_slice.h"
#include "segmentation/lesion/left_out_rim.h"
#include "segmentation/lesion/native_block.h"
#include "segmentation/lesion/paint_strokes.h"
#include "segmentation/lesion/prompt_doubt.h"
#include "segmentation/lesion/stroke_response.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Thresholds whose masks bound 95 of 100 lesions; from the leave-one-out errors of the training set (README.md of this folder).
/// Around a point alone, which says nothing of the size, they lie farther apart.
struct DoubtLevels
{
  float largest = 0.25F;
  float smallest = 0.75F;
};

DoubtLevels doubt_levels(const LesionPrompt& prompt) { return prompt.long_axis ? DoubtLevels{} : DoubtLevels{0.1F, 0.9F}; }

VoxelBox joined(const VoxelBox& a, const VoxelBox& b)
{
  if (b.size.voxels() == 0) return a;
  const VoxelIndex first{std::min(a.first.i, b.first.i), std::min(a.first.j, b.first.j), std::min(a.first.k, b.first.k)};
  const auto end = [](int x, int n, int y, int m) { return std::max(x + n, y + m); };
  return {first,
          {end(a.first.i, a.size.i, b.first.i, b.size.i) - first.i, end(a.first.j, a.size.j, b.first.j, b.size.j) - first.j,
           end(a.first.k, a.size.k, b.first.k, b.size.k) - first.k}};
}

/// The same values on a larger block, 0 where there were none.
NativeBlock enlarged(const NativeBlock& block, const VoxelBox& box)
{
  NativeBlock larger{box, std::vector<float>(box.size.voxels(), 0.0F)};
  const int i = block.box.first.i - box.first.i, j = block.box.first.j - box.first.j, k = block.box.first.k - box.first.k;
  for (int z = 0; z < block.box.size.k; ++z)
    for (int y = 0; y < block.box.size.j; ++y)
      std::copy_n(block.values.begin() + static_cast<std::ptrdiff_t>(block.offset(0, y, z)), block.box.size.i,
                  larger.values.begin() + static_cast<std::ptrdiff_t>(larger.offset(i, j + y, k + z)));
  return larger;
}

/// Whether the image's voxels are still to be asked for the border. Only the first channel lies on the mask's grid.
bool must_look_at_border(const LesionState& state)
{
  return !state.border_shift && state.applied == 0 && state.border.weight > 0.0 && state.border.image == state.image;
}

/// Brings the log odds up to the last stroke.
void apply_strokes(LesionState& state, int threads)
{
  const auto& strokes = state.prompt.strokes;
  for (const auto& scribble : scribbles_of(state.grid, strokes, state.applied))
    state.log_odds = after_scribble(state.grid, scribble, {*state.stroke_model, state.signal, threads}, std::move(state.log_odds));
  state.applied = strokes.size();
}

/// What is painted is certain.
void apply_paint(const LesionState& state, NativeBlock& block)
{
  const auto& geometry = state.image->geometry();
  const auto box = joined(block.box, box_of(state.prompt.strokes, geometry));
  if (box.size.voxels() != block.box.size.voxels()) block = enlarged(block, box);
  for (const auto& stroke : state.prompt.strokes)
    for (const auto voxel : painted_voxels(stroke, geometry, block.box))
      block.values[voxel] = stroke.kind == StrokeKind::Foreground ? 1.0F : 0.0F;
}

/// Probabilities with all strokes. The border is looked at before any.
NativeBlock probabilities(LesionState& state, int threads)
{
  const auto found = [&] { return native_probability(state.grid, state.log_odds, state.image->geometry(), threads); };
  std::optional<NativeBlock> block;
  if (must_look_at_border(state))
  {
    block = found();
    state.border_shift = std::make_shared<const BorderShift>(border_shift(state.border, *block, threads));
  }
  if (!block || state.applied < state.prompt.strokes.size())
  {
    apply_strokes(state, threads);
    block = found();
  }
  if (state.border_shift) apply_shift(*state.border_shift, *block);
  apply_paint(state, *block);
  return *std::move(block);
}

/// Places that must lie in the lesion: middle of the axis, click, foreground strokes.
std::vector<std::size_t> seeds_of(const LesionState& state, const NativeBlock& block)
{
  const auto& geometry = state.image->geometry();
  std::vector<std::size_t> seeds;
  const auto add = [&](PatientPoint point)
  {
    const auto at = nearest_voxel(geometry.patient_to_voxel(point));
    const VoxelIndex local{at.i - block.box.first.i, at.j - block.box.first.j, at.k - block.box.first.k};
    if (block.box.size.contains(local)) seeds.push_back(block.offset(local.i, local.j, local.k));
  };
  if (state.prompt.long_axis || state.prompt.click) add(state.grid.frame.center);
  if (state.prompt.long_axis)
    for (int n = 1; n < 10; ++n) add(state.prompt.long_axis->from + 0.1 * n * (state.prompt.long_axis->to - state.prompt.long_axis->from));
  for (const auto& stroke : state.prompt.strokes)
    if (stroke.kind == StrokeKind::Foreground)
      for (const auto voxel : painted_voxels(stroke, geometry, block.box)) seeds.push_back(voxel);
  return seeds;
}

BlockBytes lesion_above(float threshold, const NativeBlock& block, const std::vector<std::size_t>& seeds)
{
  auto voxels = above(block, threshold);
  keep_parts_with(block.box.size, seeds, voxels);
  fill_holes(block.box.size, voxels);
  return voxels;
}

struct Sizes
{
  double volume = 0.0;  ///< mL
  BlockAxes axes;
};

Sizes sizes_of(const ImageGeometry& geometry, const GridSize& size, const BlockBytes& voxels)
{
  return {static_cast<double>(std::count(voxels.begin(), voxels.end(), std::uint8_t{1})) * geometry.voxel_volume_mm3() / 1000.0,
          axes_of(size, geometry.spacing(), voxels)};
}

/// An empty mask tells enough by itself.
std::optional<std::string> length_told(const LesionPrompt& prompt, double found_mm)
{
  if (!prompt.long_axis || found_mm <= 0.0) return std::nullopt;
  return contradicts_drawn_length(norm(prompt.long_axis->to - prompt.long_axis->from), found_mm);
}

/// `least`: doubt on either side that no border, however plain, takes away.
EstimatedValue estimated(double value, double a, double b, double least = 0.0)
{
  return {value, std::max(0.0, std::min({a, b, value - least})), std::max({a, b, value + least})};
}

/// A doubt of another kind, on either side.
EstimatedValue widened(EstimatedValue estimate, double by)
{
  return {estimate.value, std::max(0.0, estimate.low - by), estimate.high + by};
}

/// The reader's own line is a reading of the same length: the interval holds it, and half a pixel on either side.
EstimatedValue with_drawn(EstimatedValue estimate, const std::optional<PromptLine>& line, double half_pixel)
{
  if (!line || !(estimate.value > 0.0)) return estimate;
  const double drawn = distance(line->from, line->to).value();
  return {estimate.value, std::min(estimate.low, std::max(0.0, drawn - half_pixel)), std::max(estimate.high, drawn + half_pixel)};
}

/// Doubt that the thresholds do not show, as shares of the diameters.
struct DiameterDoubt
{
  double longest = 0.0;
  double across = 0.0;
};

/// Widths found from the longest diameter alone err by that much in the training set. Paint is certain, but which way a corrected lesion is
/// longest is not.
DiameterDoubt diameter_doubt(const LesionPrompt& prompt)
{
  const double corrected = prompt.strokes.empty() ? 0.0 : 1.0;
  return {0.03 * corrected, 0.05 * corrected + (prompt.long_axis && !prompt.short_axis ? 0.15 : 0.0)};
}

void add(const std::optional<std::string>& warning, std::vector<std::string>& warnings)
{
  if (warning) warnings.push_back(*warning);
}

/// Whether the axes were drawn in a slice where the lesion is plainly smaller than in another: by the mask, or else by the image.
std::optional<std::string> told_of_larger_slice(const LesionState& state, const PlacedMask& mask)
{
  if (!state.prompt.long_axis) return std::nullopt;
  const auto& geometry = state.image->geometry();
  const int drawn = state.grid.frame.slice;
  if (auto warning = warning_of_larger_slice(larger_in_mask(mask, drawn, geometry.spacing().k), drawn)) return warning;
  const auto seen = larger_in_image(state.grid, state.signal, geometry);
  return seen ? warning_of_larger_slice(*seen, drawn) : std::nullopt;
}

/// Whether the images say little of a volume: on 12 sarcomas their interval of it is 1.8 to 2.1 times as wide as its lower end from a drawn
/// line, five times and more from a click.
bool is_wide(const EstimatedValue& shown)
{
  constexpr double wide = 3.0;
  return shown.value > 0.0 && shown.high >= wide * shown.low;
}

std::string warning_of_wide_interval(const EstimatedValue& volume)
{
  return "the images leave the lesion's volume between " + format_fixed(volume.low, 1) + " and " + format_fixed(volume.high, 1) +
         " mL (95 %): the mask is a proposal. Draw the longest diameter or both axes, or correct the mask with strokes.";
}

std::shared_ptr<const imaging::Volume> probability_volume(const ImageGeometry& geometry, NativeBlock block)
{
  const auto placed = ImageGeometry::make(block.box.size, geometry.spacing(), geometry.voxel_to_patient(block.box.first), geometry.axes());
  NADIR_EXPECTS(placed.has_value());
  const auto slices = static_cast<std::size_t>(block.box.size.k);
  return std::make_shared<const imaging::Volume>(*placed, std::move(block.values), std::vector<imaging::Rescale>(slices));
}
}  // namespace

SegmentedByPrompt finish_lesion(LesionState state, const SegmentConfig& config)
{
  const auto& geometry = state.image->geometry();
  auto block = probabilities(state, config.threads);
  const auto levels = doubt_levels(state.prompt);
  constexpr int margin = 4;  // voxels: what lies just beyond the mask is looked at, too
  const auto part = part_of(block, box_above(block, levels.largest, margin));
  const auto seeds = seeds_of(state, part);
  std::array<BlockBytes, 3> voxels;
  std::array<Sizes, 3> sizes;
  in_parallel(3, config.threads,
              [&](int n)
              {
                const auto at = static_cast<std::size_t>(n);
                voxels[at] = lesion_above(std::array{0.5F, levels.smallest, levels.largest}[at], part, seeds);
                sizes[at] = sizes_of(geometry, part.box.size, voxels[at]);
              });
  const auto& [middle, small, large] = sizes;
  const PlacedMask mask{part.box, std::move(voxels[0])};
  const auto doubt = slice_doubt(part.box.size, mask.voxels);
  const auto diameters = diameter_doubt(state.prompt);
  const double half_pixel =
      middle.volume > 0.0 ? 0.5 * std::min(geometry.spacing().i, geometry.spacing().j) : 0.0;  // no length of voxels is finer
  const auto marks = prompt_doubt(state.prompt);
  const auto shown = widened(estimated(middle.volume, small.volume, large.volume), doubt.share * middle.volume);
  const auto diameter = [&](double value, double a, double b, double share, const std::optional<PromptLine>& line)
  {
    const auto seen = widened(estimated(value, a, b, half_pixel), share * value);
    return with_drawn(with_diameter_doubt(seen, marks), line, half_pixel);
  };
  SegmentedByPrompt answer{Mask::from_box(geometry, part.box, mask.voxels),
                           nullptr,
                           with_volume_doubt(shown, marks),
                           diameter(middle.axes.longest, small.axes.longest, large.axes.longest, diameters.longest, state.prompt.long_axis),
                           diameter(middle.axes.across, small.axes.across, large.axes.across, diameters.across, state.prompt.short_axis),
                           state.channel,
                           state.warnings,
                           nullptr};
  add(length_told(state.prompt, middle.axes.longest), answer.warnings);
  add(warning_of_rim(left_out_rim(*state.image, state.prompt, mask, config.threads)), answer.warnings);
  if (is_wide(shown)) answer.warnings.push_back(warning_of_wide_interval(answer.volume_ml));
  add(told_of_larger_slice(state, mask), answer.warnings);
  add(warning_of_few_slices(doubt, geometry.spacing().k), answer.warnings);
  answer.probability = probability_volume(geometry, std::move(block));
  answer.state = std::make_shared<const LesionState>(std::move(state));
  return answer;
}
}  // namespace nadir::segmentation::lesion
