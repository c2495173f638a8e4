// A phantom with one bright corner each for left, front and head, as a scanner stores it in all eight patient positions and three planes.
// Source of the positions: DICOM PS3.3 C.7.3.1.1.2. The scanner's own axes are those of a patient in HFS; lying otherwise turns the patient
// within them, so that the stored orientation differs while the anatomy is the same.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "tests/viewer/render/test_volumes.h"
#include "viewer/render/orientation_letters.h"
#include "viewer/render/render_slice.h"
#include "viewer/render/slice_steps.h"

using namespace nadir;
using namespace nadir::viewer;

namespace
{
using Turn = std::array<PatientVector, 3>;  // where the scanner's x, y, z axes point in the patient

struct Position
{
  std::string name;
  Turn turn;
};

const std::array<Position, 8> positions{{{"HFS", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
                                         {"HFP", {{{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}}}},
                                         {"FFS", {{{-1, 0, 0}, {0, 1, 0}, {0, 0, -1}}}},
                                         {"FFP", {{{1, 0, 0}, {0, -1, 0}, {0, 0, -1}}}},
                                         {"HFDR", {{{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}}}},
                                         {"HFDL", {{{0, -1, 0}, {1, 0, 0}, {0, 0, 1}}}},
                                         {"FFDR", {{{0, -1, 0}, {-1, 0, 0}, {0, 0, -1}}}},
                                         {"FFDL", {{{0, 1, 0}, {1, 0, 0}, {0, 0, -1}}}}}};

PatientVector turned(const Turn& turn, PatientVector v) { return v.left * turn[0] + v.posterior * turn[1] + v.superior * turn[2]; }

/// As a scanner stores a plane: rows and columns in the scanner's own axes.
GridAxes stored_axes(AnatomicalPlane plane, const Turn& turn)
{
  PatientVector i{1, 0, 0}, j{0, 1, 0};
  if (plane == AnatomicalPlane::Coronal) j = {0, 0, -1};
  if (plane == AnatomicalPlane::Sagittal) i = {0, 1, 0}, j = {0, 0, -1};
  i = turned(turn, i), j = turned(turn, j);
  return {i, j, cross(i, j)};
}

/// 60 mm cube around the patient's origin with pixels of 2 x 3 mm and slices of 5 mm.
ImageGeometry cube(const GridAxes& axes)
{
  const GridSize size{31, 21, 13};
  const VoxelSpacing spacing{2, 3, 5};
  const PatientPoint origin = PatientPoint{0, 0, 0} + (-30.0 * axes.i + -30.0 * axes.j + -30.0 * axes.k);
  return *ImageGeometry::make(size, spacing, origin, axes);
}

/// 100 far to the left, 200 far to the front, 400 near the head; sums where these meet. Nowhere symmetric.
double marker(PatientPoint p) { return (p.left > 15 ? 100 : 0) + (p.posterior < -15 ? 200 : 0) + (p.superior > 15 ? 400 : 0); }

/// Value seen at a place of the view, from the gray level of a window of 0 to 700.
double seen(const Picture& picture, int x, int y)
{
  return (picture.pixels[static_cast<std::size_t>(y * picture.size.width + x)] & 0xffU) * 700.0 / 255.0;
}

struct Seen
{
  double left, right, top, bottom;
};

Seen look_at(const ImageGeometry& geometry, const ViewPlane& plane)
{
  SliceRecipe recipe;
  recipe.view = {plane, {0, 0, 0}, 1.0, {81, 81}};
  recipe.base = {test::volume_from(geometry, marker), {350, 700}};
  const Picture picture = render_slice(recipe);
  return {seen(picture, 40 - 25, 40), seen(picture, 40 + 25, 40), seen(picture, 40, 40 - 25), seen(picture, 40, 40 + 25)};
}

/// What must be seen at left, right, top and bottom.
std::array<double, 4> radiological(AnatomicalPlane plane)
{
  switch (plane)
  {
  case AnatomicalPlane::Axial: return {0, 100, 200, 0};     // patient's left on screen right, front on top
  case AnatomicalPlane::Coronal: return {0, 100, 400, 0};   // patient's left on screen right, head on top
  case AnatomicalPlane::Sagittal: return {200, 0, 400, 0};  // front on screen left, head on top
  }
  return {};
}

void expect_radiological(const Seen& seen, AnatomicalPlane plane)
{
  constexpr double level = 3.0;
  const auto expected = radiological(plane);
  EXPECT_NEAR(seen.left, expected[0], level);
  EXPECT_NEAR(seen.right, expected[1], level);
  EXPECT_NEAR(seen.top, expected[2], level);
  EXPECT_NEAR(seen.bottom, expected[3], level);
}

constexpr std::array planes{AnatomicalPlane::Axial, AnatomicalPlane::Coronal, AnatomicalPlane::Sagittal};
}  // namespace

TEST(PatientPositions, NeverMirrorTheAcquiredPlane)
{
  for (const Position& position : positions)
    for (const AnatomicalPlane plane : planes)
    {
      SCOPED_TRACE(position.name + " " + std::string(name_of(plane)));
      const auto geometry = cube(stored_axes(plane, position.turn));
      const auto nearest = nearest_plane(geometry.axes().k);  // a patient on the side has "coronal" slices cut sagittally
      expect_radiological(look_at(geometry, acquired_plane(geometry)), nearest);
      EXPECT_TRUE(is_acquired(acquired_plane(geometry), geometry));
    }
}

TEST(PatientPositions, NeverMirrorAReformat)
{
  for (const Position& position : positions)
    for (const AnatomicalPlane stored : planes)
      for (const AnatomicalPlane shown : planes)
      {
        SCOPED_TRACE(position.name + " stored " + std::string(name_of(stored)) + " shown " + std::string(name_of(shown)));
        expect_radiological(look_at(cube(stored_axes(stored, position.turn)), radiological_plane(shown)), shown);
      }
}

TEST(PatientPositions, CarryTheLettersOfTheSidesThatAreSeen)
{
  for (const Position& position : positions)
  {
    const auto plane = acquired_plane(cube(stored_axes(AnatomicalPlane::Axial, position.turn)));
    EXPECT_EQ(orientation_letters(plane.right), "L") << position.name;
    EXPECT_EQ(orientation_letters(plane.down), "P") << position.name;
  }
}
