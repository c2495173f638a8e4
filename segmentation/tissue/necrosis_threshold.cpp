#include "segmentation/tissue/necrosis_threshold.h"

namespace nadir::segmentation
{
std::string_view name_of(ThresholdQuantity quantity)
{
  switch (quantity)
  {
  case ThresholdQuantity::Enhancement: return "enhancement";
  case ThresholdQuantity::PostContrast: return "post-contrast";
  case ThresholdQuantity::Adc: return "ADC";
  case ThresholdQuantity::T2: return "T2";
  }
  return "";
}

std::optional<ThresholdQuantity> threshold_quantity(std::string_view name)
{
  for (const auto quantity : threshold_quantities)
    if (name == name_of(quantity)) return quantity;
  return std::nullopt;
}

std::string_view unit_of(ThresholdQuantity quantity) { return quantity == ThresholdQuantity::Adc ? "1e-6 mm2/s" : "x reference tissue"; }
}  // namespace nadir::segmentation
