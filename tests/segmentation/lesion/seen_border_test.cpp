// Truth: ellipsoids in closed form, averaged over voxels (rim_phantom). Flat and long lesions in plain sight, one stroke, one image.
#include "segmentation/lesion/seen_surface.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/segmentation/lesion/lesion_phantom.h"
#include "tests/segmentation/lesion/rim_phantom.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::rim_phantom;
using nadir::testing::RimPhantom;
using nadir::testing::RimSpec;

/// A flat one whose dead middle looks like muscle.
const RimSpec flat{.half_long = 28.0, .half_short = 8.4, .half_height = 11.2, .rim = 4.0, .core_signal = 300.0};

LesionPrompt line_of(const RimPhantom& phantom, const RimSpec& spec)
{
  const auto& geometry = phantom.image->geometry();
  auto at = geometry.patient_to_voxel(PatientPoint{22.0, -20.0, 0.0});
  at.k = std::round(at.k);
  const auto middle = geometry.voxel_to_patient(at);
  const PatientVector along{spec.half_long * std::cos(spec.turn), spec.half_long * std::sin(spec.turn), 0.0};
  LesionPrompt prompt;
  prompt.long_axis = PromptLine{middle + -1.0 * along, middle + along};
  return prompt;
}

/// Distance of the ellipsoid's surface from its middle.
double radius_in(const RimSpec& spec, PatientVector direction)
{
  const double along = direction.left * std::cos(spec.turn) + direction.posterior * std::sin(spec.turn),
               across = direction.posterior * std::cos(spec.turn) - direction.left * std::sin(spec.turn);
  return 1.0 / std::hypot(along / spec.half_long, across / spec.half_short, direction.superior / spec.half_height);
}

std::vector<double> true_radii(const RimSpec& spec, double larger = 1.0)
{
  std::vector<double> radii;
  for (const auto& direction : lesion::check_directions().all()) radii.push_back(larger * radius_in(spec, direction));
  return radii;
}

/// From one stroke. Before borders in plain sight were asked for, such lesions came out up to 58 % too large without a word.
class FlatLesion : public ::testing::TestWithParam<double>
{
};

TEST_P(FlatLesion, HasItsOwnShapeNotATypicalOne)
{
  auto spec = flat;
  spec.half_short = GetParam();
  const auto phantom = rim_phantom(spec);
  const auto lesion = segment_lesion({phantom.image}, line_of(phantom, spec), {2});
  ASSERT_TRUE(lesion.has_value());
  EXPECT_NEAR(lesion->volume_ml.value / phantom.volume_ml, 1.0, 0.15);
}
INSTANTIATE_TEST_SUITE_P(Widths, FlatLesion, ::testing::Values(8.4, 11.2));

TEST(SeenSurface, IsTheBorderOfTheRim)
{
  const auto phantom = rim_phantom(flat);
  const auto prompt = line_of(phantom, flat);
  const lesion::RaySignal signal(*phantom.image, *prompt.long_axis);
  const auto radii = lesion::fitted_radii(signal, prompt);
  std::vector<double> errors;
  const auto& rays = lesion::ray_directions().all();
  for (std::size_t ray = 0; ray < rays.size(); ++ray) errors.push_back(std::abs(radii[ray] - radius_in(flat, rays[ray])));
  std::sort(errors.begin(), errors.end());
  EXPECT_LE(errors[errors.size() / 2], 1.5);
  EXPECT_LE(errors[errors.size() * 9 / 10], 4.0);
}

TEST(SeenSurface, IsGivenOnlyWhereTheOtherBorderIsNotSeen)
{
  const auto phantom = rim_phantom(flat);
  const auto prompt = line_of(phantom, flat);
  const lesion::RaySignal signal(*phantom.image, *prompt.long_axis);
  EXPECT_FALSE(lesion::seen_surface(signal, prompt, true_radii(flat)));
  EXPECT_TRUE(lesion::seen_surface(signal, prompt, true_radii(flat, 1.4)));
}

TEST(BorderSight, TellsABorderFromNone)
{
  const auto phantom = rim_phantom(flat);
  const lesion::RaySignal signal(*phantom.image, *line_of(phantom, flat).long_axis);
  EXPECT_LE(lesion::sight_of(signal, true_radii(flat)).unseen, 0.2);
  EXPECT_GE(lesion::sight_of(signal, true_radii(flat, 1.4)).unseen, 0.6);
}

TEST(BorderSight, IsToldOfWhereTheMaskIsAGuess)
{
  const auto phantom = nadir::testing::lesion_phantom({.lesion = 200.0, .tissue = 200.0});
  LesionPrompt prompt;
  prompt.long_axis = phantom.axes.long_axis;
  const auto lesion = segment_lesion({phantom.image}, prompt, {2});
  ASSERT_TRUE(lesion.has_value());
  EXPECT_THAT(lesion->warnings, ::testing::Contains(::testing::HasSubstr("of the mask's border the image hardly changes")));
}
}  // namespace
}  // namespace nadir::segmentation
