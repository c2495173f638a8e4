#include "sample_data/phantom/pulse_sequence.h"

#include <cmath>

namespace nadir::phantom
{
namespace
{
constexpr double left_by_fat_saturation = 0.07;

VoxelSignal signal_of(const TissueProperties& tissue, const PulseSequence& sequence)
{
  const double added_rate = sequence.contrast == Contrast::Gadolinium ? tissue.enhancement_per_s : 0.0;
  const double t1 = 1.0 / (1.0 / tissue.t1_ms + added_rate / 1000.0);
  const double recovered = 1.0 - std::exp(-sequence.repetition_time / t1);
  const double remaining = std::exp(-sequence.echo_time / tissue.t2_ms);
  const double diffused = sequence.b_value > 0.0 ? std::exp(-sequence.b_value * tissue.adc_um2_per_ms / 1000.0) : 1.0;
  const double signal = tissue.proton_density * recovered * remaining * diffused;
  const double kept = sequence.fat == FatSignal::Suppressed ? left_by_fat_saturation : 1.0;
  return {signal * (1.0 - tissue.fat_fraction), signal * tissue.fat_fraction * kept};
}
}  // namespace

PulseSequence t1_sequence()
{
  return {.description = "T1 TSE",
          .folder = "t1",
          .series_number = 2,
          .repetition_time = 560,
          .echo_time = 11,
          .echo_train = 3,
          .flip_angle = 150,
          .fat_shift = {0.7, 0.0},
          .signal_scale = 1150,
          .noise = 0.014};
}

PulseSequence t2_fat_saturated_sequence()
{
  return {.description = "T2 TSE FS",
          .folder = "t2_fs",
          .series_number = 3,
          .repetition_time = 4200,
          .echo_time = 78,
          .echo_train = 15,
          .flip_angle = 150,
          .fat = FatSignal::Suppressed,
          .fat_shift = {0.7, 0.0},
          .signal_scale = 1500,
          .noise = 0.013};
}

PulseSequence t1_post_contrast_sequence()
{
  return {.description = "T1 TSE FS POST GD",
          .folder = "t1_post",
          .series_number = 5,
          .repetition_time = 620,
          .echo_time = 11,
          .echo_train = 3,
          .flip_angle = 150,
          .contrast = Contrast::Gadolinium,
          .fat = FatSignal::Suppressed,
          .fat_shift = {0.7, 0.0},
          .signal_scale = 1400,
          .noise = 0.012};
}

PulseSequence diffusion_sequence(double b_value)
{
  return {.description = "EP2D DIFF B0 B800",
          .folder = "dwi",
          .series_number = 4,
          .repetition_time = 5400,
          .echo_time = 68,
          .echo_train = 64,
          .flip_angle = 90,
          .b_value = b_value,
          .fat = FatSignal::Suppressed,
          .fat_shift = {0.0, 6.0},
          .signal_scale = 1600,
          .noise = 0.009};
}

SignalTable::SignalTable(const PulseSequence& sequence)
{
  for (std::size_t t = 0; t < tissue_count; ++t) signal_[t] = signal_of(properties_of(static_cast<Tissue>(t)), sequence);
}

VoxelSignal SignalTable::of(const TissueMix& mix) const
{
  VoxelSignal sum;
  for (std::size_t t = 0; t < tissue_count; ++t)
  {
    sum.water += static_cast<double>(mix.part[t]) * signal_[t].water;
    sum.fat += static_cast<double>(mix.part[t]) * signal_[t].fat;
  }
  const auto texture = static_cast<double>(mix.texture);
  return {sum.water * texture, sum.fat * texture};
}
}  // namespace nadir::phantom
