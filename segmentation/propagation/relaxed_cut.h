#pragma once

#include <vector>

#include "imaging/geometry/image_geometry.h"

namespace nadir::segmentation
{
/// A segmentation problem on a grid: for each voxel what it gains by lying inside (log odds, positive = inside), and how much a border
/// costs there.
struct CutProblem
{
  const ImageGeometry& grid;
  const std::vector<float>& gain;  ///< one a voxel
  const std::vector<float>& cost;  ///< of a border through the voxel, per mm2 and voxel volume: mm times log odds; 0 and above
};

/// Share of each voxel inside, 0 to 1, that minimises - sum(gain share) + sum(cost |grad share|): the convex relaxation of a binary cut
/// with border costs (Chan, Esedoglu, Nikolova, SIAM J Appl Math 2006;66:1632), by primal-dual steps (Chambolle and Pock, J Math Imaging
/// Vis 2011;40:120). Spacing of each axis respected. At most `steps` steps. Deterministic whatever the number of threads.
std::vector<float> relaxed_cut(const CutProblem& problem, int steps = 80);
}  // namespace nadir::segmentation
