#include "imaging/registration/even_position.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "imaging/geometry/nearest_voxel.h"
#include "imaging/registration/assess_quality.h"
#include "imaging/registration/rigid_search.h"

namespace nadir::imaging
{
namespace
{
struct Pair
{
  float fixed = 0.0F;
  float moving = 0.0F;
};

/// Voxels of the body whose neighbours along each axis are of it, too: tissue alone.
std::vector<std::uint8_t> inside_of(const RegistrationLevel& level)
{
  const auto& size = level.image.geometry.size();
  std::vector<std::uint8_t> inside(level.body.size());
  const auto is_body = [&](VoxelIndex v) { return size.contains(v) && level.body[level.image.offset(v)] != 0; };
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
        inside[n] = is_body({i, j, k}) && is_body({i - 1, j, k}) && is_body({i + 1, j, k}) && is_body({i, j - 1, k}) &&
                    is_body({i, j + 1, k}) && (k == 0 || is_body({i, j, k - 1})) && (k + 1 == size.k || is_body({i, j, k + 1}));
  return inside;
}

/// Where a lesion may change what is seen.
struct Lesion
{
  const DeformableConfig& config;
  bool holds(PatientPoint p) const { return config.weight && sample(*config.weight, p).value_or(1.0F) < 0.5F; }
  bool is_near(PatientPoint p) const { return holds(p) || (config.region && sample(*config.region, p).value_or(0.0F) > 0.0F); }
};

/// The inside of the fixed body, apart from the lesion, and from what lies near it where a third is left.
std::vector<VoxelIndex> places_of(const RegistrationLevel& fixed, const DeformableConfig& config)
{
  const auto inside = inside_of(fixed);
  const Lesion lesion{config};
  std::vector<VoxelIndex> far, all;
  const auto& size = fixed.image.geometry.size();
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
      {
        const auto p = fixed.image.geometry.voxel_to_patient(VoxelIndex{i, j, k});
        if (inside[n] == 0 || lesion.holds(p)) continue;
        all.push_back({i, j, k});
        if (!lesion.is_near(p)) far.push_back({i, j, k});
      }
  return 3 * far.size() >= all.size() ? far : all;
}

double middle_of(std::vector<double> values)
{
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Share of the pairs that differ by no more than a tenth of the middle fixed value, once the moving image has the gain of the fixed one.
double alike_share(const std::vector<Pair>& pairs)
{
  constexpr double most = 0.1;
  std::vector<double> ratios, values;
  for (const auto& pair : pairs)
    if (pair.fixed > 0.0F && pair.moving > 0.0F)
      ratios.push_back(static_cast<double>(pair.fixed / pair.moving)), values.push_back(static_cast<double>(pair.fixed));
  if (2 * ratios.size() < pairs.size() || ratios.empty()) return 0.0;
  const double gain = middle_of(std::move(ratios)), limit = most * middle_of(std::move(values));
  const auto alike =
      std::count_if(pairs.begin(), pairs.end(), [&](const Pair& pair) { return std::abs(pair.fixed - gain * pair.moving) <= limit; });
  return static_cast<double>(alike) / static_cast<double>(pairs.size());
}

/// How much of the tissue that both images show they show alike.
class Likeness
{
public:
  Likeness(const RegistrationLevel& fixed, const RegistrationLevel& moving, const DeformableConfig& config)
      : fixed_(fixed), moving_(moving), moving_inside_(inside_of(moving)), places_(places_of(fixed, config))
  {
  }

  double operator()(const RigidPose& pose) const
  {
    constexpr double least_seen = 0.3;  // of the places
    const auto transform = pose.transform();
    std::vector<Pair> pairs;
    for (const auto& place : places_)
    {
      const auto there = transform(fixed_.image.geometry.voxel_to_patient(place));
      const auto near = nearest_voxel(moving_.image.geometry.patient_to_voxel(there));
      if (!moving_.image.geometry.size().contains(near) || moving_inside_[moving_.image.offset(near)] == 0) continue;
      if (const auto value = sample(moving_.image, there)) pairs.push_back({fixed_.image.values[fixed_.image.offset(place)], *value});
    }
    return static_cast<double>(pairs.size()) < least_seen * static_cast<double>(places_.size()) ? 0.0 : alike_share(pairs);
  }

private:
  const RegistrationLevel& fixed_;
  const RegistrationLevel& moving_;
  std::vector<std::uint8_t> moving_inside_;
  std::vector<VoxelIndex> places_;
};

/// Each number of the pose back to where it came from, unless the images tell it.
RigidPose told_only(const MutualInformation& information, const RigidPose& start, RigidPose pose)
{
  constexpr double untold = 0.003;  // of the information
  for (std::size_t n = 0; n < pose.numbers.size(); ++n)
  {
    RigidPose back = pose;
    back.numbers[n] = start.numbers[n];
    if (information.value(back).information >= information.value(pose).information - untold) pose = back;
  }
  return pose;
}

/// As the coordinates say, and with the centres of the bodies upon each other.
std::vector<RigidPose> starts_of(const RegistrationPyramid& fixed, const RegistrationPyramid& moving)
{
  const auto centre = body_centre(fixed.coarse);
  const auto shift = body_centre(moving.coarse) - centre;
  return {
      {{}, centre}, {{0, 0, 0, shift.left, shift.posterior, 0}, centre}, {{0, 0, 0, shift.left, shift.posterior, shift.superior}, centre}};
}
}  // namespace

std::optional<RigidRegistration> even_position(const RegistrationPyramid& fixed, const RegistrationPyramid& moving,
                                               const DeformableConfig& config)
{
  constexpr double least_alike = 0.85, least_overlap = 0.5, least_outline = 0.9;
  const Likeness likeness(fixed.middle, moving.middle, config);
  for (const auto& start : starts_of(fixed, moving))
  {
    const auto middle = information_of(fixed.middle, moving.middle, start.centre, 20000);
    const auto fine = information_of(fixed.fine, moving.fine, start.centre, 40000);
    const auto climbed_to = climbed(fine, climbed(middle, start, {20, 2.0, 0.05}).pose, {30, 1.0, 0.01}).pose;
    const auto pose = told_only(fine, start, climbed_to);
    const double alike = likeness(pose);
    if (alike < least_alike) continue;
    auto quality = rigid_quality(fixed, moving, pose);
    quality.even_share = alike;
    if (quality.overlap < least_overlap || quality.body_agreement < least_outline) continue;
    return RigidRegistration{pose.transform(), quality};
  }
  return std::nullopt;
}
}  // namespace nadir::imaging
