#include "sample_data/phantom/tissue_volumes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "imaging/result/expects.h"
#include "sample_data/phantom/counter_random.h"
#include "sample_data/phantom/smooth_noise.h"

namespace nadir::phantom
{
namespace
{
constexpr double limb_radius = 72.0, muscle_radius = 60.0, bone_radius = 13.0, marrow_radius = 8.0;  // mm
constexpr PatientPoint bone_axis{-6.0, -26.0, 0.0};
constexpr double adc_spread_at_snr_1 = 2.8;  // relative; 14 % at SNR 20, four b-values (spec section 3e)

double distance_from_axis(PatientPoint place, PatientPoint axis)
{
  return std::hypot(place.left - axis.left, place.posterior - axis.posterior);
}

Ellipsoid core_of(const TissueVolumePlan& plan)
{
  const double scale = std::cbrt(plan.core_fraction), room = 1.0 - scale;
  const auto& semi = plan.semi_axes;
  const PatientVector offset{room * plan.core_offset.left * semi.a, room * plan.core_offset.posterior * semi.b,
                             room * plan.core_offset.superior * semi.c};
  const double least = 1e-6;
  return Ellipsoid{plan.centre + offset,
                   {std::max(scale * semi.a, least), std::max(scale * semi.b, least), std::max(scale * semi.c, least)}};
}

/// The limb: which tissue lies where.
class Limb
{
public:
  explicit Limb(const TissueVolumePlan& plan)
      : plan_(plan), lesion_(plan.centre, plan.semi_axes), core_(core_of(plan)), noise_(stirred(plan.seed + 77))
  {
  }

  bool is_lesion(PatientPoint place) const { return lesion_.contains(place); }
  bool is_core(PatientPoint place) const { return plan_.core_fraction > 0.0 && core_.contains(place); }

  Tissue at(PatientPoint place) const
  {
    if (is_lesion(place)) return is_core(place) ? plan_.core : plan_.solid;
    const double bone = distance_from_axis(place, bone_axis);
    if (bone < marrow_radius) return Tissue::Marrow;
    if (bone < bone_radius) return Tissue::CorticalBone;
    const double limb = distance_from_axis(place, {});
    return limb < muscle_radius ? Tissue::Muscle : limb < limb_radius ? Tissue::Fat : Tissue::Air;
  }

  /// Factor on the signal of the solid part.
  double texture(PatientPoint place) const
  {
    constexpr double feature = 8.0, deviation_of_noise = 0.33;
    if (plan_.texture == 0.0) return 1.0;
    return std::max(1.0 + plan_.texture / deviation_of_noise *
                              noise_.at({place.left / feature, place.posterior / feature, place.superior / feature}),
                    0.2);
  }

private:
  const TissueVolumePlan& plan_;
  Ellipsoid lesion_;
  Ellipsoid core_;
  SmoothNoise noise_;
};

/// The tissue of a whole voxel, when its outermost sampling points and its centre agree.
std::optional<Tissue> only_tissue(const Limb& limb, const ImageGeometry& grid, VoxelIndex voxel, double part_of_step)
{
  const auto at = [&](double i, double j, double k) {
    return limb.at(grid.voxel_to_patient(ContinuousVoxelIndex{voxel.i + i, voxel.j + j, voxel.k + k * part_of_step}));
  };
  const auto tissue = at(0.0, 0.0, 0.0);
  for (const double k : {-0.4, 0.4})
    for (const double j : {-1.0 / 3.0, 1.0 / 3.0})
      for (const double i : {-1.0 / 3.0, 1.0 / 3.0})
        if (at(i, j, k) != tissue) return std::nullopt;
  return tissue;
}

/// Parts of each tissue in the voxel around a place.
std::array<double, tissue_count> parts_at(const Limb& limb, const ImageGeometry& grid, VoxelIndex voxel, double part_of_step)
{
  constexpr std::array<double, 3> in_plane{-1.0 / 3.0, 0.0, 1.0 / 3.0};
  constexpr std::array<double, 5> through{-0.4, -0.2, 0.0, 0.2, 0.4};
  std::array<double, tissue_count> parts{};
  if (const auto only = only_tissue(limb, grid, voxel, part_of_step))
  {
    parts[static_cast<std::size_t>(*only)] = 1.0;
    return parts;
  }
  for (const double k : through)
    for (const double j : in_plane)
      for (const double i : in_plane)
      {
        const auto place = grid.voxel_to_patient(ContinuousVoxelIndex{voxel.i + i, voxel.j + j, voxel.k + k * part_of_step});
        parts[static_cast<std::size_t>(limb.at(place))] += 1.0 / 45.0;
      }
  return parts;
}

/// Signal of every tissue with muscle at 1 (T2: solid tumour at 1).
std::array<double, tissue_count> signals_of(const PulseSequence& sequence, Tissue unit)
{
  const SignalTable table(sequence);
  std::array<double, tissue_count> signals{};
  for (std::size_t t = 0; t < tissue_count; ++t)
  {
    TissueMix mix;
    mix.part[t] = 1.0F;
    const auto signal = table.of(mix);
    signals[t] = signal.water + signal.fat;
  }
  const double of_unit = signals[static_cast<std::size_t>(unit)];
  for (double& signal : signals) signal /= of_unit;
  return signals;
}

double shading_at(PatientPoint place, double lost)
{
  const double across = 0.5 + 0.5 * std::clamp((place.left + 0.4 * place.posterior + 0.3 * place.superior) / limb_radius, -1.0, 1.0);
  return 1.0 - lost * across;
}

class Painter
{
public:
  Painter(const TissueVolumePlan& plan, const ImageGeometry& grid) : plan_(plan), grid_(grid), limb_(plan) {}

  std::shared_ptr<const imaging::Volume> weighted(const PulseSequence& sequence, Tissue unit, PatientVector shift) const
  {
    const auto signals = signals_of(sequence, unit);
    const CounterRandom random(plan_.seed, sequence.folder);
    return painted("",
                   [&](VoxelIndex voxel, PatientPoint place, std::size_t n)
                   {
                     const auto moved = place + (-1.0) * shift;
                     const double clean = 500.0 * mean_of(signals, voxel, shift) *
                                          (limb_.is_lesion(moved) && !limb_.is_core(moved) ? limb_.texture(moved) : 1.0) *
                                          shading_at(place, plan_.shading);
                     const double sigma = 500.0 / plan_.snr;
                     return std::hypot(clean + sigma * random.gaussian(2 * n), sigma * random.gaussian(2 * n + 1));
                   });
  }

  std::shared_ptr<const imaging::Volume> diffusion() const
  {
    std::array<double, tissue_count> adc{};
    for (std::size_t t = 0; t < tissue_count; ++t) adc[t] = 1000.0 * properties_of(static_cast<Tissue>(t)).adc_um2_per_ms;
    const CounterRandom random(plan_.seed, "adc");
    return painted("1e-6 mm2/s", [&](VoxelIndex voxel, PatientPoint, std::size_t n)
                   { return std::max(mean_of(adc, voxel, {}) * (1.0 + adc_spread_at_snr_1 / plan_.snr * random.gaussian(n)), 0.0); });
  }

  template <class Inside> std::vector<std::uint8_t> voxels_where(Inside inside) const
  {
    std::vector<std::uint8_t> voxels;
    for_each([&](VoxelIndex, PatientPoint place, std::size_t) { voxels.push_back(inside(limb_, place) ? 1 : 0); });
    return voxels;
  }

private:
  double mean_of(const std::array<double, tissue_count>& values, VoxelIndex voxel, PatientVector shift) const
  {
    if (shift == PatientVector{}) return weighted_sum(values, mixes()[offset(voxel)]);
    const auto moved = *ImageGeometry::make(grid_.size(), grid_.spacing(), grid_.origin() + (-1.0) * shift, grid_.axes());
    return weighted_sum(values, parts_at(limb_, moved, voxel, plan_.slice_thickness / grid_.spacing().k));
  }

  static double weighted_sum(const std::array<double, tissue_count>& values, const std::array<double, tissue_count>& parts)
  {
    double sum = 0.0;
    for (std::size_t t = 0; t < tissue_count; ++t) sum += values[t] * parts[t];
    return sum;
  }

  const std::vector<std::array<double, tissue_count>>& mixes() const
  {
    if (mixes_.empty())
      for_each([&](VoxelIndex voxel, PatientPoint, std::size_t)
               { mixes_.push_back(parts_at(limb_, grid_, voxel, plan_.slice_thickness / grid_.spacing().k)); });
    return mixes_;
  }

  std::size_t offset(VoxelIndex v) const
  {
    return (static_cast<std::size_t>(v.k) * static_cast<std::size_t>(grid_.size().j) + static_cast<std::size_t>(v.j)) *
               static_cast<std::size_t>(grid_.size().i) +
           static_cast<std::size_t>(v.i);
  }

  template <class Visit> void for_each(Visit visit) const
  {
    std::size_t n = 0;
    for (int k = 0; k < grid_.size().k; ++k)
      for (int j = 0; j < grid_.size().j; ++j)
        for (int i = 0; i < grid_.size().i; ++i) visit(VoxelIndex{i, j, k}, grid_.voxel_to_patient(VoxelIndex{i, j, k}), n++);
  }

  template <class Value> std::shared_ptr<const imaging::Volume> painted(std::string unit, Value value) const
  {
    std::vector<float> voxels;
    voxels.reserve(grid_.size().voxels());
    for_each([&](VoxelIndex voxel, PatientPoint place, std::size_t n) { voxels.push_back(static_cast<float>(value(voxel, place, n))); });
    return std::make_shared<const imaging::Volume>(
        grid_, std::move(voxels), std::vector<imaging::Rescale>(static_cast<std::size_t>(grid_.size().k)), std::move(unit));
  }

  const TissueVolumePlan& plan_;
  ImageGeometry grid_;
  Limb limb_;
  mutable std::vector<std::array<double, tissue_count>> mixes_;
};

PulseSequence post_contrast_sequence(FatSignal fat)
{
  auto sequence = t1_post_contrast_sequence();
  sequence.fat = fat;
  return sequence;
}
}  // namespace

TissueVolumes make_tissue_volumes(const TissueVolumePlan& plan)
{
  NADIR_EXPECTS(plan.core_fraction >= 0.0 && plan.core_fraction <= 1.0 && plan.snr > 0.0);
  const auto& size = plan.size;
  const PatientPoint origin{-0.5 * (size.i - 1) * plan.spacing.i, -0.5 * (size.j - 1) * plan.spacing.j,
                            -0.5 * (size.k - 1) * plan.spacing.k};
  const auto grid = *ImageGeometry::make(size, plan.spacing, origin, {});
  const Painter painter(plan, grid);
  return {.t1 = painter.weighted(t1_sequence(), Tissue::Muscle, plan.t1_shift),
          .t1_post_contrast = painter.weighted(post_contrast_sequence(plan.fat_after_contrast), Tissue::Muscle, {}),
          .t2 = painter.weighted(t2_fat_saturated_sequence(), Tissue::ViableTumour, {}),
          .adc = painter.diffusion(),
          .geometry = grid,
          .lesion = painter.voxels_where([](const Limb& limb, PatientPoint place) { return limb.is_lesion(place); }),
          .core = painter.voxels_where([](const Limb& limb, PatientPoint place) { return limb.is_core(place); }),
          .core_fraction = plan.core_fraction};
}
}  // namespace nadir::phantom
