#pragma once

#include <vector>

#include "imaging/dicom/load_volume.h"
#include "imaging/dicom/study.h"
#include "imaging/diffusion/adc_map.h"

namespace nadir::imaging
{
/// Diffusion stacks of one series that an ADC map can be computed from: one grid, at least two b-values.
struct DiffusionSeries
{
  SeriesUid series;
  std::vector<const ImageStack*> stacks;    ///< ascending b-value; they belong to the study
  const ImageStack* scanner_adc = nullptr;  ///< an ADC map of the scanner on the same grid, when the study has one
};

/// All such series of a study, in the order of the study. Stacks without geometry are left out.
std::vector<DiffusionSeries> diffusion_series(const Study& study);

/// Loads the stacks and computes their ADC map. Failures: DiffusionError, LoaderError.
Result<AdcMap> load_adc_map(const DiffusionSeries& series, const AdcConfig& config = {}, const LoadConfig& load = {});
}  // namespace nadir::imaging
