#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <map>
#include <random>
#include <set>

#include "ellipsoid.h"
#include "measure/size/cube_cases.h"
#include "measure/size/marching_cubes.h"
#include "measure/size/surface_levels.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::testing;
using segmentation::Mask;

namespace
{
Mask random_mask(std::mt19937& random)
{
  std::uniform_int_distribution<int> size(1, 6);
  std::uniform_real_distribution<double> step(0.4, 4.0), share(0.05, 0.8);
  const auto geometry = *ImageGeometry::make({size(random), size(random), size(random)}, {step(random), step(random), step(random)},
                                             {1, -2, 3}, random_axes(random));
  std::bernoulli_distribution is_set(share(random));
  std::vector<std::uint8_t> voxels(geometry.size().voxels());
  for (auto& voxel : voxels) voxel = is_set(random) ? 1 : 0;
  voxels[random() % voxels.size()] = 1;
  return Mask::from_grid(geometry, voxels);
}

/// Every directed edge of a closed, oriented surface has its opposite.
bool is_closed(const SurfaceMesh& mesh)
{
  std::map<std::pair<std::size_t, std::size_t>, int> edges;
  for (const auto& t : mesh.triangles)
    for (std::size_t n = 0; n < 3; ++n) ++edges[{t[n], t[(n + 1) % 3]}];
  for (const auto& [edge, count] : edges)
  {
    const auto back = edges.find({edge.second, edge.first});
    if (back == edges.end() || back->second != count) return false;
  }
  return true;
}

/// Whether a face has its inside corners on a diagonal. Corner n lies at (n & 1, n >> 1 & 1, n >> 2 & 1).
bool has_diagonal_face(unsigned corners)
{
  for (const auto& face : {std::array{0, 1, 3, 2}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 3, 7, 5}})
  {
    const auto bit = [&](std::size_t n) { return corners >> face[n] & 1U; };
    if (bit(0) == bit(2) && bit(1) == bit(3) && bit(0) != bit(1)) return true;
  }
  return false;
}

long euler_number(const SurfaceMesh& mesh)
{
  std::set<std::pair<std::size_t, std::size_t>> edges;
  for (const auto& t : mesh.triangles)
    for (std::size_t n = 0; n < 3; ++n) edges.insert(std::minmax(t[n], t[(n + 1) % 3]));
  return static_cast<long>(mesh.points.size()) - static_cast<long>(edges.size()) + static_cast<long>(mesh.triangles.size());
}

double feret_of_all_pairs(const Mask& mask)
{
  std::vector<PatientPoint> points;
  for (const auto& point : surface_mesh(mask).points) points.push_back(mask.geometry().voxel_to_patient(point));
  double longest = 0.0;
  for (const auto& a : points)
    for (const auto& b : points) longest = std::max(longest, distance(a, b).value());
  return longest;
}
}  // namespace

TEST(MarchingCubes, EncloseAnOctahedronRoundASingleVoxel)
{
  // Truth: the six half-way points round a voxel span an octahedron of 1/6 of its volume.
  const auto mask = rasterised(centred_grid({3, 3, 3}, {1, 1, 1}), [](PatientPoint p) { return distance(p, {}).value() < 0.1; });
  const auto mesh = surface_mesh(mask);
  EXPECT_EQ(mesh.points.size(), 6u);
  EXPECT_EQ(mesh.triangles.size(), 8u);
  EXPECT_NEAR(enclosed_voxels(mesh), 1.0 / 6.0, 1e-12);
}

TEST(MarchingCubes, EncloseABoxLessItsBevelledEdgesAndCorners)
{
  // Truth, 4 x 3 x 2 voxels: each of 4 (a-1) edges loses a prism of 1/8; each corner cell keeps 1/6 / 8 = 1/48 of its 1/8.
  const auto mask =
      rasterised(centred_grid({9, 9, 9}, {1, 1, 1}), [](PatientPoint p)
                 { return p.left >= 0 && p.left <= 3 && p.posterior >= 0 && p.posterior <= 2 && p.superior >= 0 && p.superior <= 1; });
  const double expected = 24.0 - 4 * (3 + 2 + 1) / 8.0 - 8 * (1.0 / 8.0 - 1.0 / 48.0);
  EXPECT_NEAR(enclosed_voxels(mask), expected, 1e-12);
}

TEST(MarchingCubes, GiveAClosedOrientedSurfaceAndTheTableItsVolumeOnRandomMasks)
{
  std::mt19937 random(6);
  for (int n = 0; n < 400; ++n)
  {
    const auto mask = random_mask(random);
    const auto mesh = surface_mesh(mask);
    ASSERT_TRUE(is_closed(mesh)) << "mask " << n;
    ASSERT_NEAR(enclosed_voxels(mesh), enclosed_voxels(mask), 1e-9) << "mask " << n;
  }
}

TEST(MarchingCubes, GiveACaseAndItsInverseTheSameSurfaceWhereNoFaceIsAmbiguous)
{
  int compared = 0;
  for (unsigned corners = 0; corners < 256; ++corners)
  {
    if (has_diagonal_face(corners) || std::popcount(corners) == 4) continue;
    EXPECT_NEAR(cube_cases()[corners].enclosed + cube_cases()[255 - corners].enclosed, 1.0, 1e-12) << "case " << corners;
    ++compared;
  }
  EXPECT_GT(compared, 60);
}

TEST(MarchingCubes, KnowASphereFromATorus)
{
  const auto grid = centred_grid({31, 31, 15}, {1, 1, 1});
  EXPECT_EQ(euler_number(surface_mesh(rasterised(grid, Ellipsoid{{}, {}, 6, 5, 4}))), 2);
  const auto torus = rasterised(grid, [](PatientPoint p) { return std::hypot(std::hypot(p.left, p.posterior) - 9.0, p.superior) < 3.5; });
  EXPECT_EQ(euler_number(surface_mesh(torus)), 0);
  EXPECT_NEAR(enclosed_voxels(torus) / (2 * M_PI * M_PI * 9.0 * 3.5 * 3.5), 1.0, 0.02);  // 2 pi^2 R r^2
}

TEST(Feret3d, AgreesWithAllPairsOfSurfaceCornersOnTwoThousandRandomMasks)
{
  std::mt19937 random(7);
  for (int n = 0; n < 2000; ++n)
  {
    const auto mask = random_mask(random);
    for (const auto axis : {GridAxis::I, GridAxis::J, GridAxis::K})
      ASSERT_NEAR(farthest_points(surface_levels(MaskSlices(mask, axis))).length, feret_of_all_pairs(mask), 1e-9) << "mask " << n;
  }
}

TEST(Feret3d, AgreesWithAllPairsOnLargerEllipsoids)
{
  std::mt19937 random(8);
  for (int n = 0; n < 10; ++n)
  {
    const auto mask =
        rasterised(centred_grid({31, 31, 9}, {0.7, 0.7, 3}, random_axes(random)), Ellipsoid{{0.1, 0.2, 0.3}, random_axes(random), 9, 7, 5});
    EXPECT_NEAR(farthest_points(surface_levels(MaskSlices(mask, GridAxis::K))).length, feret_of_all_pairs(mask), 1e-9);
  }
}
