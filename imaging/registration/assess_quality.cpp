#include "imaging/registration/assess_quality.h"

#include <algorithm>
#include <array>

#include "imaging/geometry/nearest_voxel.h"
#include "imaging/registration/body_mask.h"
#include "imaging/registration/index_map.h"
#include "imaging/registration/local_correlation.h"
#include "imaging/registration/rigid_search.h"

namespace nadir::imaging
{
namespace
{
constexpr double window = 10.0;  // mm
constexpr double wrong_shift = 35.0;
constexpr double wrong_turn = 25.0 * 3.14159265358979323846 / 180.0 * RigidPose::arm;

std::vector<RigidPose> misplaced(const RigidPose& pose)
{
  std::vector<RigidPose> result;
  for (std::size_t n = 0; n < 6; ++n)
    for (const double sign : {1.0, -1.0})
    {
      result.push_back(pose);
      result.back().numbers[n] += sign * (n < 3 ? wrong_turn : wrong_shift);
    }
  return result;
}

/// The parts of the moving body that the fixed one lies on, by a tenth of it or more: the other leg says nothing of this one's place.
std::vector<std::uint8_t> body_beneath(const RegistrationLevel& fixed, const RegistrationLevel& moving, const IndexMap& map)
{
  constexpr double least = 0.1;
  const auto& there = moving.image.geometry.size();
  auto labels = parts_of(moving.body, there);
  std::array<double, 256> met{};
  double all = 0.0;
  const auto& size = fixed.image.geometry.size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        const auto near = nearest_voxel(map(i, j, k));
        if (fixed.body[fixed.image.offset({i, j, k})] == 0 || !there.contains(near)) continue;
        met[labels[moving.image.offset(near)]] += 1.0, all += 1.0;
      }
  for (auto& label : labels) label = label != 0 && met[label] >= least * all ? 1 : 0;
  return labels;
}

/// Dice coefficient of the bodies over the points that both images have.
double body_agreement(const RegistrationLevel& fixed, const RegistrationLevel& moving, const RigidTransform& transform)
{
  const IndexMap map(fixed.image.geometry, transform, moving.image.geometry);
  const auto beneath = body_beneath(fixed, moving, map);
  const auto& size = fixed.image.geometry.size();
  std::size_t both = 0, sum = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        const auto near = nearest_voxel(map(i, j, k));
        if (!moving.image.geometry.size().contains(near)) continue;
        const unsigned a = fixed.body[fixed.image.offset({i, j, k})], b = beneath[moving.image.offset(near)];
        both += a & b;
        sum += a + b;
      }
  return sum > 0 ? 2.0 * static_cast<double>(both) / static_cast<double>(sum) : 0.0;
}

double agreement_at(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidPose& pose)
{
  const auto moved = resampled(moving.middle.image, fixed.middle.image.geometry, pose.transform());
  return mean_local_correlation(fixed.middle.image, moved, fixed.middle.body, window);
}
}  // namespace

double tissue_agreement(const RegistrationLevel& fixed, const RegistrationLevel& moving, const PointMap& fixed_to_moving)
{
  const auto moved = resampled(moving.image, fixed.image.geometry, fixed_to_moving);
  return mean_local_correlation(fixed.image, moved, fixed.body, window);
}

RegistrationQuality rigid_quality(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidPose& pose)
{
  const auto information = information_of(fixed.middle, moving.middle, pose.centre, 20000);
  const auto found = information.value(pose);
  RegistrationQuality quality;
  quality.information = found.information;
  quality.overlap = found.overlap;
  quality.information_before = information.value({{}, pose.centre}).information;
  quality.body_agreement = body_agreement(fixed.middle, moving.middle, pose.transform());
  quality.local_correlation = agreement_at(fixed, moving, pose);
  for (const auto& wrong : misplaced(pose))
  {
    quality.information_misplaced = std::max(quality.information_misplaced, information.value(wrong).information);
    quality.local_correlation_misplaced = std::max(quality.local_correlation_misplaced, agreement_at(fixed, moving, wrong));
  }
  return quality;
}
}  // namespace nadir::imaging
