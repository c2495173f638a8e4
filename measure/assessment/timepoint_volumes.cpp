#include "measure/assessment/timepoint_volumes.h"

#include "imaging/dicom/load_volume.h"
#include "imaging/result/stop_request.h"

namespace nadir::measure
{
using VolumeResult = Result<std::shared_ptr<const imaging::Volume>>;

VolumeResult TimepointVolumes::kept_or(Slots& slots, const imaging::ImageStack& stack, const Load& load)
{
  Slot* slot = nullptr;
  {
    const std::lock_guard lock(guard_);
    slot = &slots[&stack];
    if (slot->volume) return slot->volume;
  }
  const std::lock_guard one_loads(slot->loading);
  {
    const std::lock_guard lock(guard_);
    if (slot->volume) return slot->volume;
  }
  auto volume = load();
  const std::lock_guard lock(guard_);
  if (volume) slot->volume = *volume;
  return volume;
}

VolumeResult TimepointVolumes::of(const imaging::ImageStack& stack, const imaging::Progress& progress)
{
  const imaging::Progress stoppable = [&progress, asked = stop_question()](std::size_t done, std::size_t total)
  { return !(asked && asked()) && (!progress || progress(done, total)); };
  auto volume = kept_or(volumes_, stack, [&] { return imaging::load_volume(stack, {0, stoppable}); });
  stop_if_asked();
  return volume;
}

std::shared_ptr<const imaging::Volume> TimepointVolumes::loaded(const imaging::ImageStack& stack) const
{
  const std::lock_guard lock(guard_);
  const auto slot = volumes_.find(&stack);
  return slot == volumes_.end() ? nullptr : slot->second.volume;
}

VolumeResult TimepointVolumes::adc_of(const imaging::DiffusionSeries& series)
{
  NADIR_EXPECTS(!series.stacks.empty());
  return kept_or(adc_maps_, *series.stacks.front(),
                 [&]() -> VolumeResult
                 {
                   auto map = imaging::load_adc_map(series);
                   return map ? VolumeResult(map->map) : map.failure();
                 });
}
}  // namespace nadir::measure
