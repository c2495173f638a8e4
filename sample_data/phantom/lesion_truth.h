#pragma once

#include <optional>

#include "imaging/geometry/image_geometry.h"
#include "imaging/units/milliliters.h"
#include "sample_data/phantom/lobulated_ellipsoid.h"

namespace nadir::phantom
{
/// Exact sizes of a lesion, from its formula: no voxel takes part.
struct LesionTruth
{
  std::optional<Section> acquired{};  ///< longest section among the slices' middle planes; none when every plane misses
  int acquired_slice = -1;            ///< its slice index k
  Section largest_parallel{};         ///< longest section among all planes parallel to the slices
  Millimeters feret_3d{};
  Milliliters volume{};
};

LesionTruth truth_of(const LobulatedEllipsoid& lesion, const ImageGeometry& grid);
}  // namespace nadir::phantom
