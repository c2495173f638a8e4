#include "imaging/registration/rigid_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/registration/body_mask.h"
#include "imaging/registration/fixed_chunks.h"

namespace nadir::imaging
{
namespace
{
constexpr double outline_width = 8.0;  // mm
constexpr double turn = 15.0 * 3.14159265358979323846 / 180.0;

struct Extent
{
  PatientVector low{1e9, 1e9, 1e9};
  PatientVector high{-1e9, -1e9, -1e9};
};

Extent extent_of(const RegistrationLevel& level)
{
  Extent extent;
  const auto& size = level.image.geometry.size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        if (level.body[level.image.offset({i, j, k})] == 0) continue;
        const auto p = level.image.geometry.voxel_to_patient(VoxelIndex{i, j, k});
        extent.low = {std::min(extent.low.left, p.left), std::min(extent.low.posterior, p.posterior),
                      std::min(extent.low.superior, p.superior)};
        extent.high = {std::max(extent.high.left, p.left), std::max(extent.high.posterior, p.posterior),
                       std::max(extent.high.superior, p.superior)};
      }
  return extent;
}

/// Shifts along one axis: 0, and steps of about 20 mm to both sides as far as it makes sense.
std::vector<double> shifts(double fixed_length, double moving_length, double farthest)
{
  const double reach = std::min(0.5 * std::abs(fixed_length - moving_length) + farthest, 0.65 * std::max(fixed_length, moving_length));
  const int steps = std::clamp(static_cast<int>(std::ceil(reach / 20.0)), 1, 6);
  std::vector<double> result;
  for (int n = -steps; n <= steps; ++n) result.push_back(reach * n / steps);
  return result;
}

std::vector<PatientVector> all_shifts(const RegistrationLevel& fixed, const RegistrationLevel& moving, double farthest)
{
  const Extent f = extent_of(fixed), m = extent_of(moving);
  const PatientVector fixed_length = f.high - f.low, moving_length = m.high - m.low;
  std::vector<PatientVector> result;
  for (const double z : shifts(fixed_length.superior, moving_length.superior, farthest))
    for (const double y : shifts(fixed_length.posterior, moving_length.posterior, farthest))
      for (const double x : shifts(fixed_length.left, moving_length.left, farthest)) result.push_back({x, y, z});
  return result;
}

RigidPose shifted(PatientPoint centre, PatientVector shift) { return {{0, 0, 0, shift.left, shift.posterior, shift.superior}, centre}; }

/// No turn, 15 degrees about each axis, and 35 degrees about the body's long axis, to both sides.
std::vector<std::array<double, 3>> turns()
{
  std::vector<std::array<double, 3>> result{{0, 0, 0}};
  for (std::size_t axis = 0; axis < 3; ++axis)
    for (const double angle : {turn, -turn, 2.3 * turn, -2.3 * turn})
    {
      if (axis < 2 && std::abs(angle) > 2.0 * turn) continue;
      result.push_back({0, 0, 0});
      result.back()[axis] = angle * RigidPose::arm;
    }
  return result;
}

bool is_better(const FittedPose& a, const FittedPose& b) { return a.value.information > b.value.information; }

double distance_of(const RigidPose& a, const RigidPose& b)
{
  double sum = 0.0;
  for (std::size_t n = 0; n < 6; ++n) sum += (a.numbers[n] - b.numbers[n]) * (a.numbers[n] - b.numbers[n]);
  return std::sqrt(sum);
}

/// The best poses that lie apart from each other by more than `apart` mm.
std::vector<FittedPose> best_apart(std::vector<FittedPose> poses, std::size_t count, double apart)
{
  std::stable_sort(poses.begin(), poses.end(), is_better);
  std::vector<FittedPose> result;
  for (const auto& candidate : poses)
  {
    const bool is_new =
        std::none_of(result.begin(), result.end(), [&](const auto& kept) { return distance_of(kept.pose, candidate.pose) < apart; });
    if (is_new) result.push_back(candidate);
    if (result.size() == count) break;
  }
  return result;
}

/// Applies `work` (pose -> fitted pose) to all of them, on all processors.
template <class Work> std::vector<FittedPose> for_all(std::vector<FittedPose> poses, const Work& work)
{
  for_fixed_chunks(poses.size(),
                   [&](const Chunk& chunk)
                   {
                     for (std::size_t n = chunk.first; n < chunk.last; ++n) poses[n] = work(poses[n]);
                   });
  return poses;
}

std::vector<FittedPose> unfitted(const std::vector<RigidPose>& poses)
{
  std::vector<FittedPose> result;
  for (const auto& pose : poses) result.push_back({pose, {}});
  return result;
}

std::vector<RigidPose> first_poses(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidSearchConfig& config)
{
  const double farthest = config.farthest_shift;
  const PatientPoint centre = body_centre(fixed.coarse);
  std::vector<RigidPose> poses{shifted(centre, {})};
  for (const auto& shift : all_shifts(fixed.coarse, moving.coarse, farthest))
    poses.push_back(shifted(centre, (body_centre(moving.coarse) - centre) + shift));
  for (const auto& shift : all_shifts(fixed.coarse, moving.coarse, 20.0)) poses.push_back(shifted(centre, shift));
  constexpr std::size_t left = 3;
  std::erase_if(poses, [&](const RigidPose& pose) { return std::abs(pose.numbers[left]) > config.farthest_sideways; });
  return poses;
}

FittedPose best_turn(const MutualInformation& information, const FittedPose& start)
{
  FittedPose best = start;
  for (const auto& angles : turns())
  {
    FittedPose turned = start;
    std::copy(angles.begin(), angles.end(), turned.pose.numbers.begin());
    turned.value = information.value(turned.pose);
    if (is_better(turned, best)) best = turned;
  }
  return best;
}
}  // namespace

PatientPoint body_centre(const RegistrationLevel& level)
{
  PatientVector sum{};
  double count = 0.0;
  const auto& size = level.image.geometry.size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        if (level.body[level.image.offset({i, j, k})] == 0) continue;
        sum = sum + (level.image.geometry.voxel_to_patient(VoxelIndex{i, j, k}) - PatientPoint{});
        count += 1.0;
      }
  return PatientPoint{} + (count > 0.0 ? 1.0 / count : 0.0) * sum;
}

MutualInformation information_of(const RegistrationLevel& fixed, const RegistrationLevel& moving, PatientPoint centre, std::size_t at_most)
{
  const double spacing = fixed.image.geometry.spacing().i;
  const auto where = grown(fixed.body, fixed.image.geometry.size(), std::max(1, static_cast<int>(std::lround(outline_width / spacing))));
  return MutualInformation({fixed.image, where}, {moving.image, moving.body}, centre, at_most);
}

RigidSearchResult search_rigid(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidSearchConfig& config)
{
  const PatientPoint centre = body_centre(fixed.coarse);
  const auto go_on = [&](std::size_t done) { return !config.progress || config.progress(done, 4); };
  const auto rough = information_of(fixed.coarse, moving.coarse, centre, 2500);
  const auto coarse = information_of(fixed.coarse, moving.coarse, centre, 12000);
  const auto middle = information_of(fixed.middle, moving.middle, centre, 20000);
  const auto fine = information_of(fixed.fine, moving.fine, centre, 40000);
  auto poses = unfitted(first_poses(fixed, moving, config));
  if (!go_on(0)) return {{}, true};
  poses = best_apart(for_all(std::move(poses), [&](const FittedPose& p) { return FittedPose{p.pose, rough.value(p.pose)}; }), 20, 15.0);
  if (!go_on(1)) return {{}, true};
  poses = for_all(std::move(poses), [&](const FittedPose& p) { return climbed(coarse, best_turn(rough, p).pose, {20, 6.0, 0.1}); });
  poses = best_apart(std::move(poses), 4, 6.0);
  if (!go_on(2)) return {{}, true};
  poses = best_apart(for_all(std::move(poses), [&](const FittedPose& p) { return climbed(middle, p.pose, {20, 2.0, 0.05}); }), 3, 5.0);
  if (!go_on(3)) return {{}, true};
  return {best_apart(for_all(std::move(poses),
                             [&](const FittedPose& p) {
                               return climbed(fine, p.pose, {30, 1.0, 0.01});
                             }),
                     3, 4.0),
          false};
}
}  // namespace nadir::imaging
