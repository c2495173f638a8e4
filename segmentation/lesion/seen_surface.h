#pragma once

#include <optional>
#include <vector>

#include "segmentation/lesion/ray_signal.h"

namespace nadir::segmentation::lesion
{
/// How plainly an image shows a border: on rays from the middle values just within (2.5 mm) against values just beyond.
struct BorderSight
{
  double unseen = 1.0;  ///< share of the rays on which they differ by less than four deviations of the noise
  double step = 0.0;    ///< mean difference
};

/// `radii`: of the border, mm, one a direction of check_directions().
BorderSight sight_of(const RaySignal& signal, const std::vector<double>& radii);

/// Radii (mm, one a ray) of the border that the rim's values show: within it lie values as just within the drawn ends, beyond it others;
/// what lies deeper may be anything, as a dead middle is. Neighbours are alike, up to a limit; the border passes through the ends of the
/// drawn axes. `prompt`: with a long axis.
std::vector<double> fitted_radii(const RaySignal& signal, const LesionPrompt& prompt);

/// The same border where it is plainly the better one: at least 15 % of the border `found` is unseen, of this one at most 18 % and half as
/// much, and it stands out by a quarter more. `found`: one radius a direction of check_directions().
std::optional<std::vector<double>> seen_surface(const RaySignal& signal, const LesionPrompt& prompt, const std::vector<double>& found);
}  // namespace nadir::segmentation::lesion
