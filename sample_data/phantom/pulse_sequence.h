#pragma once

#include <array>
#include <string>

#include "sample_data/phantom/tissue.h"

namespace nadir::phantom
{
enum class Contrast
{
  None,
  Gadolinium
};
enum class FatSignal
{
  Kept,
  Suppressed
};

/// How far fat appears displaced, in pixels along rows and columns (chemical shift).
struct FatShift
{
  double i = 0.0;
  double j = 0.0;
};

/// One MR contrast: what DICOM says of it and what the signal equation needs. Times in ms, b-value in s/mm2.
struct PulseSequence
{
  std::string description{};  ///< Series Description
  std::string folder{};       ///< "t1", "t2_fs", ...
  int series_number = 1;
  double repetition_time = 0.0;
  double echo_time = 0.0;
  int echo_train = 1;
  double flip_angle = 90.0;
  double b_value = -1.0;  ///< negative: no diffusion weighting
  Contrast contrast = Contrast::None;
  FatSignal fat = FatSignal::Kept;
  FatShift fat_shift{};
  double signal_scale = 1000.0;  ///< stored value of a signal of 1
  double noise = 0.01;           ///< standard deviation of each channel, as a part of a signal of 1

  bool is_diffusion() const { return b_value >= 0.0; }
};

PulseSequence t1_sequence();
PulseSequence t2_fat_saturated_sequence();
PulseSequence t1_post_contrast_sequence();
PulseSequence diffusion_sequence(double b_value);

/// Signal of a voxel, apart for water and fat, which the readout places differently.
struct VoxelSignal
{
  double water = 0.0;
  double fat = 0.0;
};

/// Signal of every tissue under one sequence, spin echo: PD (1 - exp(-TR / T1)) exp(-TE / T2) exp(-b ADC), fat taken out when suppressed.
class SignalTable
{
public:
  explicit SignalTable(const PulseSequence& sequence);
  /// Parts times tissue signal, times texture.
  VoxelSignal of(const TissueMix& mix) const;

private:
  std::array<VoxelSignal, tissue_count> signal_{};
};
}  // namespace nadir::phantom
