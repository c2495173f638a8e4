#pragma once

#include <string_view>
#include <vector>

#include "segmentation/lesion/scribble.h"

namespace nadir::segmentation::lesion
{
/// What a correction is made in.
struct StrokeScene
{
  const LesionGrid& grid;
  const CellValues& signal;    ///< normalised and smoothed
  const CellValues& log_odds;  ///< before this correction
  int threads = 1;
};

/// What is known of the cells around one scribble: how they lie to it, how much they look like what it covers, and what was thought of
/// them so far. Signed so that "more" means "of the scribble's own kind"; lengths in mean in-slice radii of the prompt.
struct StrokeFeatures
{
  std::vector<std::string_view> names;
  std::vector<std::uint32_t> cells;  ///< within reach of the scribble
  std::vector<float> rows;           ///< for each cell one value a name
};

StrokeFeatures stroke_features(const StrokeScene& scene, const Scribble& scribble);

/// +1 for a foreground scribble, -1 for a background one.
inline float sign_of(StrokeKind kind) { return kind == StrokeKind::Foreground ? 1.0F : -1.0F; }

/// Log odds are kept within this: a reader's stroke can always turn them.
inline constexpr float most_certain = 6.0F;
}  // namespace nadir::segmentation::lesion
