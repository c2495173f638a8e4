#include "sample_data/phantom/scene.h"

#include <algorithm>
#include <cmath>

#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
constexpr double reach = 3.0;          // levels up to which a lesion moves its surroundings
constexpr double displaced = 0.85;     // part of the lesion's volume that was pushed aside, the rest was replaced
constexpr double oedema_reach = 1.45;

double eased(double t)
{
  t = std::clamp(t, 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

bool is_bone(Tissue tissue) { return tissue == Tissue::CorticalBone || tissue == Tissue::Marrow; }

PatientPoint before_growth(PatientPoint anatomy, PatientPoint centre, double level)
{
  const double moved = displaced * eased((reach - level) / (reach - 1.5));
  const double origin = std::cbrt(std::max(level * level * level - moved, 0.0));
  return centre + (origin / level) * (anatomy - centre);
}

double oedema_share(Tissue tissue, double level, double patchiness)
{
  const double strength = tissue == Tissue::Muscle ? 0.55 : tissue == Tissue::Fat ? 0.25 : 0.0;
  const double edge = (oedema_reach - level) / (oedema_reach - 1.0);
  return strength * eased(edge + 0.5 * patchiness - 0.1);
}
}  // namespace

Scene::Scene(std::uint64_t seed, RigidMotion motion, std::vector<SceneLesion> lesions)
    : thigh_(seed), motion_(motion), lesions_(std::move(lesions)), texture_(stirred(seed + 21))
{
}

TissueSample Scene::at(PatientPoint patient) const
{
  const auto anatomy = motion_.to_anatomy(patient);
  for (const auto& lesion : lesions_)
    if (const double level = lesion.shape.level(anatomy); level <= 1.0) return lesion_at(lesion, anatomy, level);
  if (thigh_.is_in_femur(anatomy)) return thigh_.femur_at(anatomy);
  return surroundings_at(anatomy);
}

TissueSample Scene::surroundings_at(PatientPoint anatomy) const
{
  auto origin = anatomy;
  double nearest = reach;
  for (const auto& lesion : lesions_)
    if (const double level = lesion.shape.level(anatomy); level < reach)
    {
      origin = before_growth(origin, lesion.shape.centre(), level);
      if (lesion.solid == Tissue::ViableTumour) nearest = std::min(nearest, level);
    }
  auto sample = thigh_.at(origin);
  if (is_bone(sample.tissue)) sample = {.tissue = Tissue::Muscle};
  if (nearest >= oedema_reach) return sample;
  const double patchiness = texture_.at({anatomy.left / 14.0, anatomy.posterior / 14.0, anatomy.superior / 20.0});
  const double share = oedema_share(sample.tissue, nearest, patchiness);
  if (share > sample.admixed) return {.tissue = sample.tissue, .admixture = Tissue::Oedema, .admixed = share, .texture = sample.texture};
  return sample;
}

TissueSample Scene::lesion_at(const SceneLesion& lesion, PatientPoint p, double level) const
{
  const double coarse = texture_.at({p.left / 11.0, p.posterior / 11.0, p.superior / 13.0});
  const double fine = texture_.at({p.left / 4.0 + 50.0, p.posterior / 4.0, p.superior / 5.0});
  if (lesion.solid == Tissue::LymphNode)
  {
    const bool in_hilum = level < 0.42;
    return {.tissue = in_hilum ? Tissue::Fat : Tissue::LymphNode, .texture = 1.0 + 0.03 * fine};
  }
  if (level <= lesion.core_scale)
  {
    const double blood = std::clamp(1.3 * (coarse + 0.35 * fine - 0.42), 0.0, 0.55);
    return {.tissue = Tissue::Necrosis, .admixture = Tissue::Haemorrhage, .admixed = blood, .texture = 1.0 + 0.03 * fine};
  }
  const double fibrous = std::clamp(0.8 * (fine - coarse - 0.55), 0.0, 0.5);
  return {.tissue = Tissue::ViableTumour, .admixture = Tissue::Fascia, .admixed = fibrous, .texture = 1.0 + 0.09 * coarse + 0.06 * fine};
}
}  // namespace nadir::phantom
