#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/tissue/lesion_voxels.h"

namespace nadir::segmentation
{
/// Two levels of a feature, viable above dead.
struct LevelPair
{
  double viable = 1.0;
  double dead = 0.0;

  double middle() const { return 0.5 * (viable + dead); }
  double gap() const { return viable - dead; }
};

/// +1: clearly viable, -1: clearly not, 0: between; one a voxel of the lesion.
using Sides = std::vector<std::int8_t>;

/// The values, stretched so that viable tissue around each voxel has the level of the whole lesion's.
///
/// Tumour enhances unevenly. A voxel half of weakly enhancing tumour and half dead lies half-way between these two, not between dead tissue
/// and the brightest. The level of viable tissue around a voxel is the mean of the voxels within about two voxels that stand out from dead
/// tissue with all their neighbours, each weighted by its squared height, so that mixtures count little; where there are none, it is the
/// whole lesion's. It is never taken below `least_viable`. Voxels of the layer around the lesion keep their values.
std::vector<float> levelled(const LesionVoxels& voxels, std::vector<float> values, const LevelPair& levels, double least_viable);
}  // namespace nadir::segmentation
