#pragma once

#include <cstddef>
#include <vector>

#include "segmentation/radial/sphere_directions.h"

namespace nadir::segmentation
{
/// What neighbours cost whose labels differ.
enum class Difference
{
  Square,  ///< weight x square of the difference of their positions
  Length,  ///< weight x difference, at most `most`: abrupt steps are allowed
};

/// One label for each node, neighbours alike.
struct LabelProblem
{
  std::vector<double> positions;              ///< of the labels on a line
  std::vector<double> costs;                  ///< of each node and label, node after node
  std::vector<SphereDirections::Pair> pairs;  ///< neighbouring nodes
  std::vector<double> weights;                ///< one a pair
  Difference difference = Difference::Square;
  double most = 0.0;  ///< of Difference::Length
};

/// Labels whose sum of costs is low, the lowest on a graph without loops: min-sum belief propagation (Felzenszwalb and Huttenlocher, Int J
/// Comput Vis 2006;70:41). Deterministic.
std::vector<std::size_t> cheapest_labels(const LabelProblem& problem);
}  // namespace nadir::segmentation
