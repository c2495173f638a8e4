#pragma once

#include <array>
#include <cstddef>

namespace nadir::phantom
{
/// What a point of the phantom consists of.
enum class Tissue
{
  Air,
  Skin,
  Fat,
  Fascia,
  Muscle,
  CorticalBone,
  Marrow,
  Artery,
  Vein,
  Nerve,
  Oedema,
  ViableTumour,
  Necrosis,     ///< liquefied core
  Haemorrhage,  ///< blood products within the necrotic core
  LymphNode,
};
inline constexpr std::size_t tissue_count = 15;

/// MR properties at 1.5 T, rounded from the usual relaxometry literature (muscle, fat, marrow) and chosen within reported ranges for
/// tumour.
struct TissueProperties
{
  double proton_density;  ///< relative, water = 1
  double t1_ms;
  double t2_ms;
  double adc_um2_per_ms;     ///< apparent diffusion coefficient, 1e-3 mm2/s
  double enhancement_per_s;  ///< rise of 1/T1 after contrast
  double fat_fraction;       ///< part of the signal that fat saturation removes
};

const TissueProperties& properties_of(Tissue tissue);

/// Parts of a voxel, adding up to 1, and a factor on the signal that stands for texture.
struct TissueMix
{
  std::array<float, tissue_count> part{};
  float texture = 1.0F;

  float& operator[](Tissue tissue) { return part[static_cast<std::size_t>(tissue)]; }
};
}  // namespace nadir::phantom
