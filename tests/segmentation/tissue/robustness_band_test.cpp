#include "segmentation/tissue/robustness_band.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nadir::testing
{
namespace
{
using segmentation::ClassLabels;
using segmentation::LesionVoxels;
using segmentation::Mask;
using segmentation::TissueClass;

/// A square of 10 x 10 voxels in one slice; the left five columns necrotic, the layer around viable.
struct HalfDeadSquare
{
  LesionVoxels voxels{
      Mask::from_box(*ImageGeometry::make({20, 20, 1}, {1, 1, 5}, {}, {}), {{5, 5, 0}, {10, 10, 1}}, std::vector<std::uint8_t>(100, 1))};
  ClassLabels labels = ClassLabels(voxels.count(), static_cast<std::uint8_t>(index_of(TissueClass::Viable)));

  HalfDeadSquare()
  {
    for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
      if (voxels.voxels()[n].i < 10) labels[n] = static_cast<std::uint8_t>(index_of(TissueClass::Necrosis));
  }
};

double necrosis_under(const segmentation::RobustnessBands& bands, const std::string& shift)
{
  for (const auto& trial : bands.trials)
    if (trial.shift == shift) return trial.necrosis;
  return -1.0;
}

TEST(RobustnessBand, CountsWhatTheContourTakesInAndLeavesOut)
{
  const HalfDeadSquare square;
  const auto bands = robustness_bands(square.voxels, square.labels, {square.labels, square.labels});
  EXPECT_DOUBLE_EQ(bands.bands[index_of(TissueClass::Necrosis)].value, 0.5);
  EXPECT_NEAR(necrosis_under(bands, "contour 1 voxel in"), 0.5, 1e-12);            // 8 x 8, half dead
  EXPECT_NEAR(necrosis_under(bands, "contour 1 voxel out"), 50.0 / 140.0, 1e-12);  // 40 viable voxels share a side with the square
  EXPECT_NEAR(necrosis_under(bands, "contour 1/2 voxel out"), 50.0 / 120.0, 1e-12);
}

TEST(RobustnessBand, MovesTheBorderBetweenClassesByHalfAVoxel)
{
  const HalfDeadSquare square;
  const auto bands = robustness_bands(square.voxels, square.labels, {square.labels, square.labels});
  const auto& band = bands.bands[index_of(TissueClass::Necrosis)];
  EXPECT_NEAR(band.high, 0.55, 1e-12);  // ten voxels at the border, half of each
  // 26 dead voxels at the border or the contour, half of each; and the contour one voxel out
  EXPECT_NEAR(band.low, 0.5 - std::hypot(0.13, 0.5 - 50.0 / 140.0), 1e-12);
}

// Small dead lesions on T2: 90 and 92 % were dead, the rest voxels of the contour half filled with muscle, and the bands ended at 94.5 and
// 99.6 %.
TEST(RobustnessBand, OfDeadTissueTakesInTheUndecidedVoxelsOfTheContour)
{
  HalfDeadSquare square;
  for (std::size_t n = 0; n < square.voxels.lesion_count(); ++n)
    square.labels[n] =
        static_cast<std::uint8_t>(index_of(square.voxels.voxels()[n].i > 5 ? TissueClass::Necrosis : TissueClass::Indeterminate));
  const auto bands =
      robustness_bands(square.voxels, square.labels, {square.labels, square.labels}, segmentation::UndecidedContour::Mixture);
  EXPECT_DOUBLE_EQ(bands.bands[index_of(TissueClass::Necrosis)].value, 0.9);
  EXPECT_DOUBLE_EQ(bands.bands[index_of(TissueClass::Necrosis)].high, 1.0);
}

TEST(RobustnessBand, TakesInWhatTheThresholdMoves)
{
  const HalfDeadSquare square;
  const ClassLabels all_dead(square.voxels.count(), static_cast<std::uint8_t>(index_of(TissueClass::Necrosis)));
  const auto bands = robustness_bands(square.voxels, square.labels, {all_dead, square.labels});
  EXPECT_DOUBLE_EQ(bands.bands[index_of(TissueClass::Necrosis)].high, 1.0);
}
}  // namespace
}  // namespace nadir::testing
