#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "imaging/dicom/progress.h"
#include "imaging/dicom/study.h"
#include "imaging/diffusion/diffusion_series.h"
#include "imaging/result/result.h"
#include "measure/assessment/timepoint_images.h"

namespace nadir::measure
{
/// The pixels of one time point, each stack loaded when it is first asked for and kept.
///
/// The images must outlive it. Several threads may ask at once; who asks for a stack that another one loads waits for it.
class TimepointVolumes
{
public:
  explicit TimepointVolumes(const TimepointImages& images) : images_(&images) {}

  const TimepointImages& images() const { return *images_; }
  /// The stack's voxels; it must belong to images(). Failures: as imaging::load_volume.
  Result<std::shared_ptr<const imaging::Volume>> of(const imaging::ImageStack& stack, const imaging::Progress& progress = {});
  /// The stack's voxels if they are loaded, else nullptr; never waits for a file.
  std::shared_ptr<const imaging::Volume> loaded(const imaging::ImageStack& stack) const;
  /// The ADC map of a diffusion series of images(). Failures: as imaging::load_adc_map.
  Result<std::shared_ptr<const imaging::Volume>> adc_of(const imaging::DiffusionSeries& series);

private:
  struct Slot
  {
    std::mutex loading;                             ///< held while the pixels are read
    std::shared_ptr<const imaging::Volume> volume;  ///< guarded by `guard_`
  };
  using Slots = std::map<const imaging::ImageStack*, Slot>;
  using Load = std::function<Result<std::shared_ptr<const imaging::Volume>>()>;
  Result<std::shared_ptr<const imaging::Volume>> kept_or(Slots& slots, const imaging::ImageStack& stack, const Load& load);

  const TimepointImages* images_;
  mutable std::mutex guard_;
  Slots volumes_;
  Slots adc_maps_;  ///< by the stack of the lowest b-value
};
}  // namespace nadir::measure
