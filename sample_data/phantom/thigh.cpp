#include "sample_data/phantom/thigh.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sample_data/phantom/counter_random.h"
#include "sample_data/phantom/muscle_map.h"

namespace nadir::phantom
{
namespace
{
constexpr double outermost = 105.0;  // no skin beyond this radius, mm

struct Disc
{
  double x, y, half_x, half_y;
  bool contains(PatientPoint p) const
  {
    const double dx = (p.left - x) / half_x, dy = (p.posterior - y) / half_y;
    return dx * dx + dy * dy < 1.0;
  }
};

Disc vessel_sheath(double z) { return {21.0 - 0.06 * z, -7.0 - 0.05 * z, 9.0, 7.5}; }
Disc femoral_artery(double z) { return {18.2 - 0.06 * z, -9.0 - 0.05 * z, 3.3, 3.3}; }
Disc femoral_vein(double z) { return {24.2 - 0.06 * z, -5.2 - 0.05 * z, 4.3, 3.8}; }
Disc deep_vessels(double z) { return {7.0 - 0.03 * z, 9.0, 2.2, 1.7}; }
Disc nerve_sheath(double z) { return {-3.0 + 0.02 * z, 34.0, 9.0, 6.0}; }
Disc sciatic_nerve(double z) { return {-3.0 + 0.02 * z, 34.0, 5.5, 3.2}; }
Disc saphenous_vein(double z) { return {70.0 - 0.02 * z, 22.0, 2.3, 2.1}; }
Disc perforator(double z) { return {-58.0 + 0.05 * z, 52.0 + 0.12 * z, 1.3, 1.3}; }

/// Outer and inner radius of the femur in the direction of a point; a ridge (linea aspera) points backwards.
struct Femur
{
  double distance;
  double outer;
  double inner;
};

Femur femur_near(PatientPoint p)
{
  const double z = p.superior;
  const double dx = p.left - (-9.0 - 0.06 * z), dy = p.posterior - (-7.0 + 0.0003 * z * z);
  const double r = std::max(std::sqrt(dx * dx + dy * dy), 1e-9);
  const double backwards = std::max(0.0, dy / r);
  const double cube = backwards * backwards * backwards;
  const double flare = 0.012 * std::max(0.0, -z);
  return {r, 13.6 + 3.4 * cube * cube + flare, 7.4 + 0.4 * (dx / r) + 1.2 * flare};
}

/// Skin radius in this direction (cosine c, sine s); wider towards the hip, flatter behind.
double skin_radius(double c, double s, double z)
{
  const double c2 = c * c - s * s, s2 = 2.0 * c * s, c3 = c * (c2 - 2.0 * s * s);
  return (81.0 + 0.065 * z) * (1.0 + 0.012 * c2 + 0.020 * s2 + 0.012 * c3 + 0.010 * s);
}

double fat_thickness(double c, double s) { return 10.5 + 5.0 * c + 3.0 * s + 2.0 * c * s; }

Tissue within_sheath(PatientPoint p)
{
  const double z = p.superior;
  if (femoral_artery(z).contains(p)) return Tissue::Artery;
  if (femoral_vein(z).contains(p) || deep_vessels(z).contains(p)) return Tissue::Vein;
  return sciatic_nerve(z).contains(p) ? Tissue::Nerve : Tissue::Fat;
}

bool is_in_a_sheath(PatientPoint p)
{
  const double z = p.superior;
  return vessel_sheath(z).contains(p) || nerve_sheath(z).contains(p) || deep_vessels(z).contains(p);
}
}  // namespace

Thigh::Thigh(std::uint64_t seed)
    : planes_(stirred(seed + 11)), septa_(stirred(seed + 13)), fibres_(stirred(seed + 14)), contour_(stirred(seed + 15)),
      fat_factor_(0.8 + 0.5 * CounterRandom(seed, "subcutaneous fat").uniform(0))
{
}

bool Thigh::is_in_femur(PatientPoint p) const
{
  if (std::abs(p.left + 9.0) > 45.0 || std::abs(p.posterior + 7.0) > 45.0) return false;
  const auto femur = femur_near(p);
  return femur.distance < femur.outer;
}

TissueSample Thigh::femur_at(PatientPoint p) const
{
  const auto femur = femur_near(p);
  const auto trabeculae = fibres_.three_at({p.left / 3.0, p.posterior / 3.0, p.superior / 7.0});
  if (femur.distance >= femur.inner + 0.6 * trabeculae.posterior) return {.tissue = Tissue::CorticalBone};
  return {.tissue = Tissue::Marrow, .texture = 0.97 + 0.08 * trabeculae.left};
}

TissueSample Thigh::at(PatientPoint p) const
{
  const double r2 = p.left * p.left + p.posterior * p.posterior;
  if (r2 > outermost * outermost) return {};
  const double r = std::sqrt(r2);
  if (r < 20.0) return compartments_at(p);
  const double c = p.left / r, s = p.posterior / r;
  const auto waves = contour_.three_at({p.left / 38.0, p.posterior / 38.0, p.superior / 60.0});
  const double skin = skin_radius(c, s, p.superior) + 1.2 * waves.left;
  if (r > skin) return {};
  if (r > skin - 1.8) return {.tissue = Tissue::Skin};
  const double fascia = skin - fat_factor_ * fat_thickness(c, s) + 2.2 * waves.posterior;
  if (r > fascia) return subcutaneous_at(p, r - fascia);
  if (r > fascia - 0.9) return {.tissue = Tissue::Fascia};
  return compartments_at(p);
}

TissueSample Thigh::subcutaneous_at(PatientPoint p, double depth) const
{
  if (saphenous_vein(p.superior).contains(p) || perforator(p.superior).contains(p)) return {.tissue = Tissue::Vein};
  const auto lobules = septa_.three_at({p.left / 12.0, p.posterior / 12.0, p.superior / 26.0});
  const double septum = std::abs(lobules.left);
  const double thickness = depth > 2.0 ? 0.040 : 0.02;
  const double fibrous = septum < thickness ? 0.30 + 0.25 * lobules.superior : 0.0;
  return {.tissue = Tissue::Fat, .admixture = Tissue::Fascia, .admixed = fibrous, .texture = 1.0 + 0.06 * lobules.posterior};
}

TissueSample Thigh::compartments_at(PatientPoint p) const
{
  if (is_in_femur(p)) return femur_at(p);
  if (is_in_a_sheath(p)) return {.tissue = within_sheath(p)};
  const auto bend = planes_.three_at({p.left / 22.0, p.posterior / 22.0, p.superior / 45.0});
  const auto place = muscle_place_at({p.left + 5.5 * bend.left, p.posterior + 5.5 * bend.posterior, p.superior});
  const double crowding = std::max(0.0, place.remoteness - 1.05);
  const double fat_plane = 0.85 + 0.40 * bend.superior + 2.0 * crowding * crowding;
  if (place.gap < fat_plane) return {.tissue = Tissue::Fat, .admixture = Tissue::Fascia, .admixed = 0.15};
  return muscle_at(p, place.muscle, bend.superior);
}

TissueSample Thigh::muscle_at(PatientPoint p, std::size_t muscle, double patch) const
{
  const auto grain = grain_of(muscle);
  const double along = p.left * grain.cosine + p.posterior * grain.sine;
  const double across = p.posterior * grain.cosine - p.left * grain.sine;
  const auto streaks = fibres_.three_at({along / 8.5 + 7.0 * static_cast<double>(muscle), across / 1.7, p.superior / 18.0});
  const double fat = std::clamp(0.30 * (streaks.left + 0.5 * patch - 0.30), 0.0, 0.40);
  return {.tissue = Tissue::Muscle,
          .admixture = Tissue::Fat,
          .admixed = fat,
          .texture = grain.brightness * (1.0 + 0.045 * streaks.posterior + 0.03 * patch)};
}
}  // namespace nadir::phantom
