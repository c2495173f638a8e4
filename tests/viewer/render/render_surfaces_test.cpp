#include "viewer/render/render_surfaces.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace nadir;
using namespace nadir::viewer;

namespace
{
const PatientPoint middle{30, 30, 30};

segmentation::Mask ball(double radius)
{
  const auto geometry = *ImageGeometry::make({61, 61, 31}, {1, 1, 2}, {0, 0, 0}, {});
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < 31; ++k)
    for (int j = 0; j < 61; ++j)
      for (int i = 0; i < 61; ++i)
        voxels.push_back(distance(geometry.voxel_to_patient(VoxelIndex{i, j, k}), middle).value() <= radius ? 1 : 0);
  return segmentation::Mask::from_grid(geometry, voxels);
}

std::shared_ptr<const TriangleSurface> surface(double radius)
{
  return std::make_shared<const TriangleSurface>(lesion_surface(ball(radius)));
}

SliceView front() { return {radiological_plane(AnatomicalPlane::Coronal), middle, 0.5, {120, 120}}; }
Argb pixel(const Picture& picture, int x, int y) { return picture.pixels[static_cast<std::size_t>(y * picture.size.width + x)]; }
}  // namespace

TEST(LesionSurface, OfABallLiesOnTheSphereWithNormalsOutwards)
{
  const auto made = surface(20);
  ASSERT_GT(made->triangles.size(), 1000U);
  for (std::size_t n = 0; n < made->points.size(); n += 37)
  {
    const PatientVector out = made->points[n] - middle;
    EXPECT_NEAR(norm(out), 20, 1.5);  // voxels of 1 x 1 x 2 mm
    EXPECT_GT(dot(out, made->normals[n]), 0.9 * norm(out));
  }
}

TEST(LesionSurface, OfAnEmptyMaskHasNoTriangles) { EXPECT_TRUE(lesion_surface(ball(-1)).is_empty()); }

TEST(RenderSurfaces, ShowsABallAsADiscOfItsSize)
{
  const Picture picture = render_surfaces({{surface(20), 0xffff0000, 1.0}}, front(), 0xff000000);
  int covered = 0;
  for (int x = 0; x < 120; ++x) covered += pixel(picture, x, 60) != 0xff000000 ? 1 : 0;
  EXPECT_NEAR(covered * 0.5, 40, 2);
  EXPECT_EQ(pixel(picture, 3, 60), 0xff000000U);
}

TEST(RenderSurfaces, LetsWhatLiesInsideShineThroughAClearSurface)
{
  const auto blue_at_middle = [](double opacity) {
    return pixel(render_surfaces({{surface(20), 0xffff0000, opacity}, {surface(8), 0xff0000ff, 1.0}}, front()), 60, 60) & 0xffU;
  };
  EXPECT_GT(blue_at_middle(0.3), 90U);
  EXPECT_LT(blue_at_middle(1.0), 90U);
}

TEST(RenderSurfaces, HidesWhatLiesBehind)
{
  const auto near = std::make_shared<const TriangleSurface>(rod({20, 10, 30}, {40, 10, 30}, 2));  // in front of the patient
  const auto far = std::make_shared<const TriangleSurface>(rod({20, 50, 30}, {40, 50, 30}, 2));
  const Picture picture = render_surfaces({{near, 0xff00ff00, 1.0}, {far, 0xffff0000, 1.0}}, front());
  const Argb seen = pixel(picture, 60, 60);
  EXPECT_GT(seen >> 8 & 0xffU, seen >> 16 & 0xffU);
}
