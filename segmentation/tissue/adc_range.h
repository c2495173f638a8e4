#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/tissue/tissue_config.h"
#include "segmentation/tissue/tissue_error.h"

namespace nadir::segmentation
{
/// ADC values of one examination, 1e-6 mm2/s. Values of 0 and less and NaN are masked places and do not count.
struct AdcSamples
{
  std::vector<float> lesion;
  std::vector<float> reference;  ///< muscle, in a head normal brain; empty where no reference was needed
  std::vector<float> around;     ///< everything around the lesion
};

/// Whether a map in a plausible unit may still be wrong, such as by a factor of ten: as words, one sentence each.
///
/// At body temperature water itself diffuses at 3.0 x 1e-3 mm2/s, so that nothing liquid exceeds about 3.2; muscle has 1.2 to 1.8, brain
/// 0.7 to 1.0 (Le Bihan D, J Magn Reson Imaging 2013;37:778 for brain; Ahlawat S 2016 for soft tissue). Fat and scar lie near 0, but never
/// everything around a lesion. Failure AdcUnit: nine tenths of the lesion and of what lies around it are below 450; a warning only where
/// `said` is a person's word on the unit.
Result<std::vector<std::string>> adc_range_words(const AdcSamples& samples, const std::optional<AdcUnit>& said);
}  // namespace nadir::segmentation
