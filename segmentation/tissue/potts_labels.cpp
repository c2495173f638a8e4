#include "segmentation/tissue/potts_labels.h"

#include <algorithm>
#include <array>

#include "imaging/result/stop_request.h"

namespace nadir::segmentation
{
namespace
{
std::uint8_t best_of(const ClassScores& scores) { return static_cast<std::uint8_t>(std::ranges::max_element(scores) - scores.begin()); }

/// Scores of a voxel with what its neighbours among the first `limit` voxels add.
ClassScores with_neighbours(const ClassLabels& labels, const LesionVoxels::Neighbours& neighbours, ClassScores scores,
                            const std::array<float, 6>& prices, std::int32_t limit)
{
  for (std::size_t direction = 0; direction < neighbours.size(); ++direction)
    if (neighbours[direction] >= 0 && neighbours[direction] < limit)
      scores[labels[static_cast<std::size_t>(neighbours[direction])]] += prices[direction];
  return scores;
}

void mark_neighbours(const LesionVoxels::Neighbours& neighbours, std::int32_t limit, std::vector<std::uint8_t>& marks)
{
  for (const auto other : neighbours)
    if (other >= 0 && other < limit) marks[static_cast<std::size_t>(other)] = 1;
}
}  // namespace

ClassLabels potts_labels(const LesionVoxels& voxels, const std::vector<ClassScores>& scores, const PottsConfig& config)
{
  std::array<float, 6> prices{};
  for (std::size_t direction = 0; direction < prices.size(); ++direction)
    prices[direction] = static_cast<float>(config.smoothness) * voxels.contact_weights()[direction / 2];
  ClassLabels labels(scores.size());
  std::ranges::transform(scores, labels.begin(), best_of);
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  std::vector<std::uint8_t> is_due(voxels.lesion_count(), 1);  // a neighbour has changed since the voxel was last looked at
  bool has_changed = true;
  for (int sweep = 0; sweep < config.sweeps && has_changed; ++sweep)
  {
    stop_if_asked();
    has_changed = false;
    for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
    {
      if (is_due[n] == 0) continue;
      is_due[n] = 0;
      const auto label = best_of(with_neighbours(labels, voxels.neighbours()[n], scores[n], prices, limit));
      if (label == labels[n]) continue;
      labels[n] = label;
      has_changed = true;
      mark_neighbours(voxels.neighbours()[n], limit, is_due);
    }
  }
  for (std::size_t n = voxels.lesion_count(); n < labels.size(); ++n)
    labels[n] = best_of(with_neighbours(labels, voxels.neighbours()[n], scores[n], prices, limit));
  return labels;
}
}  // namespace nadir::segmentation
