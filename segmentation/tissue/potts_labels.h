#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
/// Class of each voxel, as index_of(TissueClass).
using ClassLabels = std::vector<std::uint8_t>;

struct PottsConfig
{
  double smoothness = 0.8;  ///< nats for each unlike pair of neighbours one smallest voxel step apart; less for farther ones
  int sweeps = 12;
};

/// Labels that make scores less the price of unlike neighbours large, by iterated conditional modes (Besag J, J R Stat Soc B
/// 1986;48:259-302): from the best class of each voxel alone, in the order of the list, until nothing changes. The layer around the lesion
/// follows the lesion and does not influence it.
ClassLabels potts_labels(const LesionVoxels& voxels, const std::vector<ClassScores>& scores, const PottsConfig& config);
}  // namespace nadir::segmentation
