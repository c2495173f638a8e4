#include "sample_data/phantom/thigh.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
/// One muscle's place in the cross-section at mid-thigh, its half widths, and how it moves per mm along the limb.
struct Muscle
{
  double x, y;
  double half_x, half_y;
  double drift_x, drift_y;
  double brightness;
};

constexpr std::array<Muscle, 12> muscles{{
    {-9, -52, 19, 12, 0.02, 0.00, 1.02},     // rectus femoris
    {-45, -14, 17, 33, 0.00, 0.00, 0.98},    // vastus lateralis
    {-17, -29, 25, 13, 0.00, 0.00, 1.00},    // vastus intermedius
    {19, -32, 20, 21, 0.00, -0.10, 0.97},    // vastus medialis
    {45, -20, 8, 14, -0.12, -0.16, 1.04},    // sartorius
    {56, 12, 7, 15, 0.00, 0.00, 1.03},       // gracilis
    {32, 3, 15, 13, 0.00, 0.00, 0.99},       // adductor longus
    {22, 22, 27, 15, 0.00, 0.00, 1.01},      // adductor magnus
    {27, 46, 17, 13, 0.05, 0.00, 0.96},      // semimembranosus
    {6, 54, 13, 11, 0.05, 0.00, 1.02},       // semitendinosus
    {-20, 48, 17, 13, 0.00, 0.00, 0.99},     // biceps femoris, long head
    {-20, 23, 10, 10, 0.00, 0.00, 1.03},     // biceps femoris, short head
}};

struct Disc
{
  double x, y, half_x, half_y;
  double level(double px, double py) const { return std::hypot((px - x) / half_x, (py - y) / half_y); }
};

Disc vessel_sheath(double z) { return {21.0 - 0.06 * z, -7.0 - 0.05 * z, 9.0, 8.0}; }
Disc femoral_artery(double z) { return {18.5 - 0.06 * z, -9.0 - 0.05 * z, 3.3, 3.3}; }
Disc femoral_vein(double z) { return {24.0 - 0.06 * z, -5.0 - 0.05 * z, 4.3, 3.9}; }
Disc nerve_sheath(double z) { return {-3.0 + 0.02 * z, 34.0, 9.0, 6.0}; }
Disc sciatic_nerve(double z) { return {-3.0 + 0.02 * z, 34.0, 5.5, 3.2}; }
Disc saphenous_vein(double z) { return {69.0 - 0.02 * z, 22.0, 2.3, 2.3}; }

struct Femur
{
  double x, y, outer, inner;
};

Femur femur_around(PatientPoint p)
{
  const double z = p.superior;
  const double x = -9.0 - 0.06 * z, y = -7.0 + 0.0003 * z * z;
  const double dx = p.left - x, dy = p.posterior - y;
  const double r = std::max(std::hypot(dx, dy), 1e-9);
  const double backwards = std::max(0.0, dy / r);
  const double ridge = 3.2 * backwards * backwards * backwards * backwards * backwards * backwards;
  return {x, y, 14.0 + ridge + 0.01 * std::max(0.0, -z), 7.6 + 0.012 * std::max(0.0, -z)};
}

double radius_from(const Femur& femur, PatientPoint p) { return std::hypot(p.left - femur.x, p.posterior - femur.y); }

/// Skin radius in this direction (cosine c, sine s); wider towards the hip, flatter behind.
double skin_radius(double c, double s, double z)
{
  const double c2 = c * c - s * s, s2 = 2.0 * c * s, c3 = c * (c2 - 2.0 * s * s);
  return (81.0 + 0.10 * z) * (1.0 + 0.012 * c2 + 0.020 * s2 + 0.012 * c3 + 0.010 * s);
}

double fat_thickness(double c, double s) { return 11.5 + 4.5 * c + 2.5 * s + 1.5 * c * s; }

Tissue within_sheath(PatientPoint p)
{
  const double z = p.superior;
  if (femoral_artery(z).level(p.left, p.posterior) < 1.0) return Tissue::Artery;
  if (femoral_vein(z).level(p.left, p.posterior) < 1.0) return Tissue::Vein;
  if (sciatic_nerve(z).level(p.left, p.posterior) < 1.0) return Tissue::Nerve;
  return Tissue::Fat;
}

bool is_in_a_sheath(PatientPoint p)
{
  return vessel_sheath(p.superior).level(p.left, p.posterior) < 1.0 || nerve_sheath(p.superior).level(p.left, p.posterior) < 1.0;
}

/// The two nearest muscles by scaled distance.
struct Nearest
{
  int first = 0;
  double nearest = 1e9;
  double second = 1e9;
};

double scaled_distance(const Muscle& muscle, PatientPoint p)
{
  const double dx = (p.left - muscle.x - muscle.drift_x * p.superior) / muscle.half_x;
  const double dy = (p.posterior - muscle.y - muscle.drift_y * p.superior) / muscle.half_y;
  return dx * dx + dy * dy;
}

Nearest nearest_muscles(PatientPoint p)
{
  Nearest found;
  for (std::size_t m = 0; m < muscles.size(); ++m)
  {
    const double d = scaled_distance(muscles[m], p);
    if (d < found.nearest)
    {
      found = {static_cast<int>(m), d, found.nearest};
    }
    else if (d < found.second)
    {
      found.second = d;
    }
  }
  return {found.first, std::sqrt(found.nearest), std::sqrt(found.second)};
}
}  // namespace

Thigh::Thigh(std::uint64_t seed)
    : warp_x_(stirred(seed + 11)), warp_y_(stirred(seed + 12)), septa_(stirred(seed + 13)), fibres_(stirred(seed + 14)), contour_(stirred(seed + 15))
{
}

bool Thigh::is_in_femur(PatientPoint p) const
{
  if (std::abs(p.left + 9.0) > 45.0 || std::abs(p.posterior + 7.0) > 45.0) return false;
  const auto femur = femur_around(p);
  return radius_from(femur, p) < femur.outer;
}

TissueSample Thigh::femur_at(PatientPoint p) const
{
  const auto femur = femur_around(p);
  if (radius_from(femur, p) >= femur.inner) return {.tissue = Tissue::CorticalBone};
  const double trabeculae = fibres_.at({p.left / 3.0, p.posterior / 3.0, p.superior / 6.0});
  return {.tissue = Tissue::Marrow, .texture = 1.0 + 0.05 * trabeculae};
}

TissueSample Thigh::at(PatientPoint p) const
{
  const double r = std::hypot(p.left, p.posterior);
  if (r < 20.0) return compartments_at(p);
  const double c = p.left / r, s = p.posterior / r;
  const double waviness = 1.8 * contour_.at({p.left / 38.0, p.posterior / 38.0, p.superior / 60.0});
  const double skin = skin_radius(c, s, p.superior) + 0.5 * waviness;
  if (r > skin) return {};
  if (r > skin - 1.8) return {.tissue = Tissue::Skin};
  const double fascia = skin - fat_thickness(c, s) + waviness;
  if (r > fascia) return subcutaneous_at(p, r - fascia);
  if (r > fascia - 0.9) return {.tissue = Tissue::Fascia};
  return compartments_at(p);
}

TissueSample Thigh::subcutaneous_at(PatientPoint p, double depth) const
{
  if (saphenous_vein(p.superior).level(p.left, p.posterior) < 1.0) return {.tissue = Tissue::Vein};
  const double septum = std::abs(septa_.at({p.left / 11.0, p.posterior / 11.0, p.superior / 26.0}));
  const double thickness = depth > 2.0 ? 0.045 : 0.02;
  const double fibrous = septum < thickness ? 0.55 : 0.0;
  return {.tissue = Tissue::Fat, .admixture = Tissue::Fascia, .admixed = fibrous, .texture = 1.0 + 0.04 * (septum - 0.3)};
}

TissueSample Thigh::compartments_at(PatientPoint p) const
{
  if (is_in_femur(p)) return femur_at(p);
  if (is_in_a_sheath(p)) return {.tissue = within_sheath(p)};
  const PatientVector coarse{p.left / 24.0, p.posterior / 24.0, p.superior / 45.0};
  const PatientPoint warped{p.left + 5.0 * warp_x_.at(coarse), p.posterior + 5.0 * warp_y_.at(coarse), p.superior};
  const auto near = nearest_muscles(warped);
  const double gap = (near.second - near.nearest) * 0.5 * std::min(muscles[static_cast<std::size_t>(near.first)].half_x,
                                                                     muscles[static_cast<std::size_t>(near.first)].half_y);
  const double plane = 0.55 + 0.55 * septa_.at({p.left / 15.0, p.posterior / 15.0, p.superior / 30.0});
  const double crowding = 0.75 * std::max(0.0, near.nearest - 1.05);
  if (gap < plane + 3.0 * crowding * crowding) return {.tissue = Tissue::Fat, .admixture = Tissue::Fascia, .admixed = 0.15};
  return muscle_at(p, near.first);
}

TissueSample Thigh::muscle_at(PatientPoint p, int muscle) const
{
  const auto& own = muscles[static_cast<std::size_t>(muscle)];
  const double streak = fibres_.at({p.left / 2.6 + 7.0 * muscle, p.posterior / 3.4, p.superior / 16.0});
  const double patch = fibres_.at({p.left / 13.0, p.posterior / 13.0 + 5.0 * muscle, p.superior / 30.0});
  const double fat = std::clamp(0.35 * (streak + 0.4 * patch - 0.45), 0.0, 0.45);
  return {.tissue = Tissue::Muscle, .admixture = Tissue::Fat, .admixed = fat, .texture = own.brightness * (1.0 + 0.03 * streak + 0.02 * patch)};
}
}  // namespace nadir::phantom
