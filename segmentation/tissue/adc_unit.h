#pragma once

#include <optional>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/volume.h"
#include "segmentation/tissue/tissue_config.h"
#include "segmentation/tissue/tissue_error.h"

namespace nadir::segmentation
{
/// Factor that makes 1e-6 mm2/s of an ADC image's values: as a person said, else as the image's unit says, else the only unit in which the
/// median of `values` (around and in the lesion) is one of living tissue, 150 to 4500 x 1e-6 mm2/s. Failure: AdcUnit, a question, when none
/// is or when the unit said or given contradicts the values.
Result<double> adc_factor(const imaging::Volume& image, const std::vector<float>& values, std::optional<AdcUnit> said);
}  // namespace nadir::segmentation
