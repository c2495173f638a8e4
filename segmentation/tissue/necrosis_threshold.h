#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "segmentation/tissue/fraction_band.h"

namespace nadir::segmentation
{
/// The one quantity whose level parts dead from living tissue; which one, the images given decide, in this order.
enum class ThresholdQuantity
{
  Enhancement,   ///< T1 after less before contrast, in multiples of the reference tissue; dead below
  PostContrast,  ///< T1 after contrast, in multiples of the reference tissue; dead below
  Adc,           ///< 1e-6 mm2/s; liquid above
  T2,            ///< in multiples of the reference tissue; liquid above
};
inline constexpr std::array threshold_quantities{ThresholdQuantity::Enhancement, ThresholdQuantity::PostContrast, ThresholdQuantity::Adc,
                                                 ThresholdQuantity::T2};

/// "enhancement", "post-contrast", "ADC", "T2".
std::string_view name_of(ThresholdQuantity quantity);
std::optional<ThresholdQuantity> threshold_quantity(std::string_view name);
/// "x reference tissue", "1e-6 mm2/s".
std::string_view unit_of(ThresholdQuantity quantity);

/// Where necrosis ends: the level at which a voxel is as likely dead as not, as far as this quantity tells. Neighbours, depth and, beside
/// contrast uptake, T2 and ADC still count. Uptake that differs across the lesion has been evened out.
struct NecrosisThreshold
{
  ThresholdQuantity quantity = ThresholdQuantity::Enhancement;
  double value = 0.0;
  bool operator==(const NecrosisThreshold&) const = default;
};

/// Counts in equal bins from `low` to `high`; what lies outside counts in the outermost bins.
struct ValueHistogram
{
  double low = 0.0;
  double high = 0.0;
  std::vector<std::uint64_t> counts;
};

/// The threshold that a map was made with, between the shifts of its robustness band, and the one found from the images.
struct ThresholdInUse
{
  NecrosisThreshold threshold;
  double low = 0.0;
  double high = 0.0;
  double automatic = 0.0;
  bool is_set = false;              ///< by a person
  FractionBand automatic_necrosis;  ///< what the automatic one gives
  ValueHistogram values;            ///< of the quantity within the lesion
};
}  // namespace nadir::segmentation
