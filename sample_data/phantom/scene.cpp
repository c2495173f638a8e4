#include "sample_data/phantom/scene.h"

#include <algorithm>
#include <cmath>

#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
constexpr double reach = 2.5;       // levels up to which a lesion moves its surroundings
constexpr double displaced = 0.85;  // part of the lesion's volume that was pushed aside, the rest was replaced
constexpr double oedema_reach = 1.6;

double eased(double t)
{
  t = std::clamp(t, 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

bool is_bone(Tissue tissue) { return tissue == Tissue::CorticalBone || tissue == Tissue::Marrow; }

/// Beyond the reach of a body of any lobulation around this ellipsoid; cheaper than its level.
bool is_far_from(const Ellipsoid& ellipsoid, PatientPoint anatomy)
{
  const auto semi = ellipsoid.semi_axes();
  const auto offset = anatomy - ellipsoid.centre();
  const double farthest = 1.1 * reach * std::max({semi.a, semi.b, semi.c});
  return dot(offset, offset) > farthest * farthest;
}

PatientPoint before_growth(PatientPoint anatomy, PatientPoint centre, double level)
{
  const double moved = displaced * eased((reach - level) / (reach - 1.3));
  const double origin = std::cbrt(std::max(level * level * level - moved, 0.0));
  return centre + (origin / level) * (anatomy - centre);
}

double oedema_share(Tissue tissue, double level, double patchiness)
{
  const double strength = tissue == Tissue::Muscle ? 0.6 : tissue == Tissue::Fat || tissue == Tissue::Fascia ? 0.3 : 0.0;
  const double closeness = (oedema_reach - level) / (oedema_reach - 1.0);
  return strength * eased(1.1 * closeness + 0.9 * patchiness - 0.45);
}
}  // namespace

Scene::Scene(std::uint64_t seed, RigidMotion motion, std::vector<SceneLesion> lesions)
    : thigh_(seed), motion_(motion), lesions_(std::move(lesions)), texture_(stirred(seed + 21))
{
}

TissueSample Scene::at(PatientPoint patient) const
{
  const auto anatomy = motion_.to_anatomy(patient);
  Surroundings around{anatomy, reach};
  for (const auto& lesion : lesions_)
  {
    if (is_far_from(lesion.tumour.body().ellipsoid(), anatomy)) continue;
    const double level = lesion.tumour.body().level(anatomy);
    if (level <= 1.0) return lesion_at(lesion, anatomy);
    if (level >= reach) continue;
    around.origin = before_growth(around.origin, lesion.tumour.body().centre(), level);
    if (lesion.solid == Tissue::ViableTumour) around.level = std::min(around.level, level);
  }
  return thigh_.is_in_femur(anatomy) ? thigh_.femur_at(anatomy) : surroundings_at(anatomy, around);
}

TissueSample Scene::surroundings_at(PatientPoint anatomy, const Surroundings& around) const
{
  auto sample = thigh_.at(around.origin);
  if (is_bone(sample.tissue)) sample = {.tissue = Tissue::Muscle};
  return around.level < oedema_reach ? with_oedema(sample, anatomy, around.level) : sample;
}

TissueSample Scene::with_oedema(TissueSample sample, PatientPoint p, double level) const
{
  const double patchiness = texture_.at({p.left / 15.0, p.posterior / 15.0, p.superior / 24.0});
  const double share = oedema_share(sample.tissue, level, patchiness);
  if (share <= sample.admixed) return sample;
  return {.tissue = sample.tissue, .admixture = Tissue::Oedema, .admixed = share, .texture = sample.texture};
}

TissueSample Scene::node_at(const Tumour& node, PatientPoint p) const
{
  const double fine = texture_.at({p.left / 3.0, p.posterior / 3.0, p.superior / 4.0});
  const bool in_hilum = node.body().level(p) < 0.42;
  return {.tissue = in_hilum ? Tissue::Fat : Tissue::LymphNode, .texture = 1.0 + 0.03 * fine};
}

TissueSample Scene::lesion_at(const SceneLesion& lesion, PatientPoint p) const
{
  if (lesion.solid == Tissue::LymphNode) return node_at(lesion.tumour, p);
  const auto coarse = texture_.three_at({p.left / 9.0, p.posterior / 9.0, p.superior / 12.0});
  const auto fine = texture_.three_at({p.left / 3.6 + 50.0, p.posterior / 3.6, p.superior / 5.0});
  if (lesion.tumour.core() && lesion.tumour.core()->contains(p))
  {
    const double blood = std::clamp(0.55 * (coarse.left + 0.5 * coarse.superior + 0.25 * fine.left - 0.30), 0.0, 0.35);
    return {.tissue = Tissue::Necrosis,
            .admixture = Tissue::Haemorrhage,
            .admixed = blood,
            .texture = 1.0 + 0.03 * fine.posterior + 0.04 * coarse.posterior};
  }
  const double septum = 0.30 * eased((0.22 - std::abs(coarse.superior)) / 0.22);
  return {.tissue = Tissue::ViableTumour,
          .admixture = Tissue::Fascia,
          .admixed = septum * eased(0.6 + coarse.posterior),
          .texture = 1.0 + 0.17 * coarse.left + 0.10 * fine.left};
}
}  // namespace nadir::phantom
