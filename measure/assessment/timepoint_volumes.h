#pragma once

#include <map>
#include <memory>
#include <string>

#include "imaging/dicom/study.h"
#include "imaging/diffusion/diffusion_series.h"
#include "imaging/result/result.h"
#include "measure/assessment/timepoint_images.h"

namespace nadir::measure
{
/// The pixels of one time point, each stack loaded when it is first asked for and kept.
///
/// The images must outlive it. Not for several threads at once.
class TimepointVolumes
{
public:
  explicit TimepointVolumes(const TimepointImages& images) : images_(&images) {}

  const TimepointImages& images() const { return *images_; }
  /// The stack's voxels; it must belong to images(). Failures: as imaging::load_volume.
  Result<std::shared_ptr<const imaging::Volume>> of(const imaging::ImageStack& stack);
  /// The ADC map of a diffusion series of images(). Failures: as imaging::load_adc_map.
  Result<std::shared_ptr<const imaging::Volume>> adc_of(const imaging::DiffusionSeries& series);

private:
  const TimepointImages* images_;
  std::map<const imaging::ImageStack*, std::shared_ptr<const imaging::Volume>> volumes_;
  std::map<const imaging::ImageStack*, std::shared_ptr<const imaging::Volume>> adc_maps_;   ///< by the stack of the lowest b-value
};
}  // namespace nadir::measure
