#include "segmentation/lesion/scribble.h"

#include <gmock/gmock.h>

#include "segmentation/lesion/label_parts.h"
#include "segmentation/lesion/lesion_state.h"
#include "tests/segmentation/lesion/lesion_phantom.h"

namespace nadir::segmentation::lesion
{
namespace
{
using nadir::testing::lesion_phantom;
using nadir::testing::LesionPhantom;
using ::testing::Gt;
using ::testing::SizeIs;

PatientPoint at(const LesionPhantom& phantom, double i, double j, double k)
{
  return phantom.image->geometry().voxel_to_patient(ContinuousVoxelIndex{i, j, k});
}

/// Rows of a square label of 7 x 7 voxels in slice 12, as a label map is read.
std::vector<Stroke> rows_at(const LesionPhantom& phantom, int i, int j, StrokeKind kind)
{
  std::vector<Stroke> rows;
  for (int row = -3; row <= 3; ++row)
    rows.push_back({kind, Millimeters{0.51}, {at(phantom, i - 3, j + row, 12), at(phantom, i + 3, j + row, 12)}, 1});
  return rows;
}

SegmentedByPrompt lesion_in(const LesionPhantom& phantom) { return *segment_lesion({phantom.image}, phantom.axes); }

std::uint64_t voxels_that_differ(const Mask& a, const Mask& b)
{
  const auto& size = a.geometry().size();
  std::uint64_t count = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        if (a.contains({i, j, k}) != b.contains({i, j, k})) ++count;
  return count;
}

TEST(Scribble, RowsOfOneGroupAreOneScribbleAndLooseStrokesAreNot)
{
  const auto phantom = lesion_phantom();
  const auto lesion = lesion_in(phantom);
  auto strokes = rows_at(phantom, 66, 40, StrokeKind::Background);
  strokes.push_back({StrokeKind::Background, Millimeters{2.0}, {at(phantom, 30, 40, 12)}});
  strokes.push_back({StrokeKind::Background, Millimeters{2.0}, {at(phantom, 31, 40, 12)}});
  EXPECT_THAT(scribbles_of(lesion.state->grid, strokes, 0), SizeIs(3));
}

TEST(Scribble, BeyondTheGridCoversNoCell)
{
  const auto phantom = lesion_phantom();
  const auto lesion = lesion_in(phantom);
  EXPECT_TRUE(
      scribbles_of(lesion.state->grid, {{StrokeKind::Foreground, Millimeters{1.0}, {at(phantom, 1, 1, 12)}}}, 0).front().cells.empty());
}

TEST(Scribble, StrokesOneByOneGiveWhatAllAtOnceGive)
{
  const auto phantom = lesion_phantom();
  const auto first = rows_at(phantom, 66, 40, StrokeKind::Background), second = rows_at(phantom, 48, 58, StrokeKind::Foreground);
  auto both = first;
  for (auto row : second)
  {
    row.group = 2;
    both.push_back(row);
  }
  const auto in_steps = *refine(*refine(lesion_in(phantom), first), second), at_once = *refine(lesion_in(phantom), both);
  EXPECT_EQ(voxels_that_differ(in_steps.mask, at_once.mask), 0U);
}

TEST(Scribble, TakesAwayMoreThanItCoversAndLeavesTheOtherSideAlone)
{
  const auto phantom = lesion_phantom();
  const auto before = lesion_in(phantom);
  const auto after = *refine(before, rows_at(phantom, 67, 40, StrokeKind::Background));
  EXPECT_THAT(before.mask.count() - after.mask.count(), Gt(60U));  // the scribble has 49 voxels, some of them outside before
  for (int j = 25; j < 56; ++j) EXPECT_EQ(before.mask.contains({30, j, 12}), after.mask.contains({30, j, 12}));
}

TEST(LabelParts, CornersJoinAndGapsPart)
{
  const auto geometry = *ImageGeometry::make({8, 8, 2}, {1, 1, 1}, {0, 0, 0}, {});
  std::vector<std::uint8_t> voxels(128, 0);
  voxels[0] = voxels[9] = 1;  // (0,0) and (1,1): joined by a corner
  voxels[5] = voxels[6] = 1;  // (5,0), (6,0): apart
  const LabelParts parts(Mask::from_grid(geometry, voxels));
  EXPECT_EQ(parts.count(), 2);
  EXPECT_EQ(parts.at(0, 0, 0), parts.at(1, 1, 0));
  EXPECT_NE(parts.at(0, 0, 0), parts.at(5, 0, 0));
}
}  // namespace
}  // namespace nadir::segmentation::lesion
