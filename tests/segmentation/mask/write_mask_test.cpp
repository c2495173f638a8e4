#include "segmentation/mask/write_mask.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "segmentation/mask/read_mask.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace
{
/// An oblique grid: axes turned about two body axes, uneven spacing, far from the origin.
ImageGeometry oblique_grid()
{
  const double a = 0.3, b = 0.7;
  const PatientVector i{std::cos(a), std::sin(a), 0};
  const PatientVector j{-std::sin(a) * std::cos(b), std::cos(a) * std::cos(b), std::sin(b)};
  return ImageGeometry::make({17, 13, 11}, {0.6, 0.9, 4.4}, {-123.4, 56.7, -890.1}, {i, j, cross(i, j)}).value();
}

/// Every voxel in or out by chance, none within the border.
Mask random_mask(const ImageGeometry& geometry, unsigned seed)
{
  std::mt19937 random(seed);
  const auto& size = geometry.size();
  std::vector<std::uint8_t> voxels(size.voxels());
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) voxels[n++] = i > 0 && j > 1 && k > 1 && random() % 3 == 0 ? 1 : 0;
  return Mask::from_grid(geometry, voxels);
}

bool same_voxels(const Mask& a, const Mask& b)
{
  const auto& size = a.geometry().size();
  if (a.count() != b.count() || !(size == b.geometry().size())) return false;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        if (a.contains({i, j, k}) != b.contains({i, j, k})) return false;
  return true;
}

const Mask& shape(const SegmentedLesion& lesion) { return std::get<Mask>(lesion.shape); }

class WriteMask : public ::testing::TestWithParam<const char*>
{
protected:
  std::filesystem::path file() const { return folder_.path() / (std::string("mask") + GetParam()); }
  TemporaryFolder folder_;
};

class NiftiMask : public WriteMask
{
};
}  // namespace

TEST_P(WriteMask, ReadsBackTheSameVoxelsAtTheSamePlace)
{
  const auto mask = random_mask(oblique_grid(), 1);
  ASSERT_TRUE(write_mask(file(), mask));
  const auto lesions = read_mask(file());
  ASSERT_TRUE(lesions) << lesions.failure().message();
  EXPECT_TRUE(same_voxels(shape(lesions->at(0)), mask));
  // float of NIfTI-1 near 900 mm: 6e-5 mm.
  EXPECT_TRUE(shape(lesions->at(0)).geometry().coincides_with(mask.geometry(), Millimeters{2e-4}));
}

TEST_P(WriteMask, KeepsTheLabelsOfSeveralLesions)
{
  const auto grid = oblique_grid();
  std::vector<std::uint8_t> a(grid.size().voxels()), b(grid.size().voxels());
  a[500] = a[501] = b[800] = 1;
  const std::vector<LabelledMask> masks{{3, "left", Mask::from_grid(grid, a)}, {700, "right", Mask::from_grid(grid, b)}};
  ASSERT_TRUE(write_masks(file(), masks));
  const auto lesions = read_mask(file()).value();
  ASSERT_EQ(lesions.size(), 2u);
  EXPECT_EQ(lesions[0].label, 3);
  EXPECT_EQ(lesions[1].label, 700);
  EXPECT_EQ(shape(lesions[0]).count(), 2u);
  EXPECT_TRUE(same_voxels(shape(lesions[1]), masks[1].mask));
}

TEST_P(WriteMask, GivesTheSameBytesEveryTime)
{
  const auto mask = random_mask(oblique_grid(), 2);
  const auto bytes = [&]
  {
    EXPECT_TRUE(write_mask(file(), mask));
    return read_mask(file()).value().at(0).provenance.digest;
  };
  EXPECT_EQ(bytes(), bytes());
}

INSTANTIATE_TEST_SUITE_P(Format, WriteMask, ::testing::Values(".nii", ".nii.gz", ".nrrd", ".seg.nrrd", ".NII.GZ"));

TEST_P(NiftiMask, LiesWhereAnotherReaderPutsIt)
{
  const auto grid = oblique_grid();
  std::vector<std::uint8_t> voxels(grid.size().voxels());
  const VoxelIndex set{5, 7, 9};
  voxels[static_cast<std::size_t>((set.k * 13 + set.j) * 17 + set.i)] = 1;
  ASSERT_TRUE(write_mask(file(), Mask::from_grid(grid, voxels)));
  const auto script = folder_.write("where.py", R"(
import sys
try:
    import nibabel, numpy
except ImportError:
    print("absent"); sys.exit(0)
image = nibabel.load(sys.argv[1])
voxel = numpy.argwhere(numpy.asarray(image.dataobj))
assert len(voxel) == 1
for affine in (image.affine, image.get_qform()):
    place = affine @ numpy.append(voxel[0], 1)
    print("%.3f %.3f %.3f" % (-place[0], -place[1], place[2]))
)");
  const auto run = run_system_program("/usr/bin/python3", {script.string(), file().string()});
  if (run.out.find("absent") != std::string::npos) GTEST_SKIP() << "nibabel is absent";
  const auto truth = grid.voxel_to_patient(set);
  char line[80];
  std::snprintf(line, sizeof line, "%.3f %.3f %.3f\n", truth.left, truth.posterior, truth.superior);
  EXPECT_EQ(run.out, std::string(line) + line);
}

INSTANTIATE_TEST_SUITE_P(Format, NiftiMask, ::testing::Values(".nii", ".nii.gz"));

TEST(WriteMasks, KeepsNamesLayersAndEmptySegmentsInSegNrrd)
{
  const TemporaryFolder folder;
  const auto grid = oblique_grid();
  std::vector<std::uint8_t> whole(grid.size().voxels()), part(grid.size().voxels());
  whole[500] = whole[501] = whole[502] = part[501] = 1;
  const std::vector<LabelledMask> masks{{1, "Tumour", Mask::from_grid(grid, whole)},
                                        {2, "Nekrose \xC3\xA4 in \\ it", Mask::from_grid(grid, part)},
                                        {3, "gone", Mask::from_grid(grid, std::vector<std::uint8_t>(grid.size().voxels()))}};
  const auto path = folder.path() / "all.seg.nrrd";
  ASSERT_TRUE(write_masks(path, masks));
  const auto lesions = read_mask(path);
  ASSERT_TRUE(lesions) << lesions.failure().message();
  ASSERT_EQ(lesions->size(), 3u);
  for (std::size_t n = 0; n < 3; ++n)
  {
    EXPECT_EQ(lesions->at(n).name, masks[n].name);
    EXPECT_TRUE(same_voxels(shape(lesions->at(n)), masks[n].mask));
  }
  EXPECT_TRUE(write_masks(folder.path() / "all.nii.gz", masks).failure().is(MaskError::Unsupported));
}

TEST(WriteMasks, RefusesDoubleLabelsOtherGridsAndUnknownEndings)
{
  const TemporaryFolder folder;
  const auto mask = random_mask(oblique_grid(), 3);
  const auto elsewhere =
      Mask::from_grid(ImageGeometry::make({17, 13, 11}, {1, 1, 1}, {}, {}).value(), std::vector<std::uint8_t>(17 * 13 * 11, 1));
  const auto written = [&](std::vector<LabelledMask> masks) { return write_masks(folder.path() / "m.nii.gz", masks); };
  EXPECT_TRUE(written({{1, "", mask}, {1, "", mask}}).failure().is(MaskError::NotALabelMap));
  EXPECT_TRUE(written({{0, "", mask}}).failure().is(MaskError::NotALabelMap));
  EXPECT_TRUE(written({{1, "", mask}, {2, "", elsewhere}}).failure().is(MaskError::ImageMismatch));
  EXPECT_TRUE(write_mask(folder.path() / "m.png", mask).failure().is(MaskError::Unsupported));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}
