#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/diffusion/diffusion_series.h"
#include "imaging/open/open_image.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// The stack that a config means, or the diffusion series an ADC map is to be computed from; the stack belongs to the scan.
struct StackChoice
{
  const ImageStack* stack = nullptr;
  std::optional<DiffusionSeries> adc_source;  ///< set when an ADC map has to be computed
  std::string reason;                         ///< "" when there was nothing to choose
};

/// Failures: NoImage, SeveralImages, NotThere, NotMeasurable.
Result<StackChoice> choose_stack(const Scan& scan, const OpenConfig& config);

/// "4.1: T1, axial, 40 slices, 3.3 mm apart".
std::string stack_words(const ImageStack& stack);
}  // namespace nadir::imaging
