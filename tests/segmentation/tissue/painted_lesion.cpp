#include "tests/segmentation/tissue/painted_lesion.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace nadir::testing
{
namespace
{
constexpr double bright_from = 8.0;  // mm to the left of the limb's axis

bool is_fat(const Body& body, PatientPoint place)
{
  return body.is_trunk ? place.posterior < -2.0 || place.posterior > 44.0 : std::hypot(place.left, place.posterior) > body.fat_from;
}

double level_around(const Body& body, const Signals& signals, PatientPoint place)
{
  if (!body.is_trunk && std::hypot(place.left, place.posterior) > 66.0) return 0.0;
  if (is_fat(body, place)) return signals.fat;
  return 1.0 + 0.07 * std::sin(0.15 * place.left) * std::cos(0.13 * place.posterior);  // muscles differ a little
}

double level_of_living(const Signals& signals, PatientPoint place)
{
  const double level = signals.bright > 0.0 && place.left > bright_from ? signals.bright : signals.living;
  return level * (1.0 + signals.texture * std::sin(0.4 * place.left) * std::cos(0.35 * place.posterior));
}
}  // namespace

std::shared_ptr<const imaging::Volume> painted(const PhantomLesion& lesion, const Body& body, const Signals& signals)
{
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0.0, signals.noise * signals.muscle);
  const auto& geometry = lesion.volumes.geometry;
  std::vector<float> values;
  for (int k = 0; k < geometry.size().k; ++k)
    for (int j = 0; j < geometry.size().j; ++j)
      for (int i = 0; i < geometry.size().i; ++i)
      {
        const bool is_lesion = lesion.volumes.lesion[values.size()] != 0, is_core = lesion.volumes.core[values.size()] != 0;
        const auto place = geometry.voxel_to_patient(VoxelIndex{i, j, k});
        const double level = is_core ? signals.dead : is_lesion ? level_of_living(signals, place) : level_around(body, signals, place);
        values.push_back(static_cast<float>(std::hypot(signals.muscle * level + noise(random), noise(random))));
      }
  return std::make_shared<imaging::Volume>(geometry, imaging::StoredVoxels(std::move(values)),
                                           std::vector<imaging::Rescale>(static_cast<std::size_t>(geometry.size().k)));
}

double dead_percent(const PhantomLesion& lesion)
{
  return 100.0 * static_cast<double>(std::ranges::count(lesion.volumes.core, 1)) / static_cast<double>(lesion.mask.count());
}

bool warns_of(const segmentation::TissueMap& map, std::string_view words)
{
  return std::ranges::any_of(map.warnings, [&](const std::string& warning) { return warning.find(words) != std::string::npos; });
}
}  // namespace nadir::testing
