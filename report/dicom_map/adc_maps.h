#pragma once

#include <string>
#include <vector>

#include "report/dicom_map/parametric_map.h"
#include "report/dicom_object/examined_timepoint.h"
#include "report/dicom_object/object_stamp.h"

namespace nadir::report
{
struct AdcMaps
{
  std::vector<ParametricMap> maps;
  std::vector<std::string> notices;  ///< diffusion series that gave no map, and why; how much of a map is 0 for lack of signal
};

/// The ADC maps of every diffusion series of a time point, computed from its b-values.
AdcMaps adc_maps(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp);
}  // namespace nadir::report
