#pragma once

#include <string_view>

#include "sample_data/phantom/tissue_volumes.h"
#include "segmentation/tissue/classify_tissue.h"

namespace nadir::testing
{
/// A phantom with its images and mask as classify_tissue takes them.
struct PhantomLesion
{
  phantom::TissueVolumes volumes;
  segmentation::Mask mask;
  segmentation::TissueChannels channels;
};

/// `images`: which of "t1", "t1c", "t2", "adc" are given, e.g. "t1c t2"; all four by default.
PhantomLesion phantom_lesion(const phantom::TissueVolumePlan& plan, std::string_view images = "t1 t1c t2 adc");

/// The value of a result that must be there; the test ends with the failure's message otherwise.
segmentation::TissueMap classified(const PhantomLesion& lesion, const segmentation::TissueConfig& config = {});

double percent_of(const segmentation::TissueMap& map, segmentation::TissueClass tissue);
bool covers(const segmentation::FractionBand& band, double truth);
}  // namespace nadir::testing
