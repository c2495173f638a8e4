#include "measure/assessment/timepoint_volumes.h"

#include "imaging/dicom/load_volume.h"

namespace nadir::measure
{
Result<std::shared_ptr<const imaging::Volume>> TimepointVolumes::of(const imaging::ImageStack& stack)
{
  auto& kept = volumes_[&stack];
  if (kept) return kept;
  auto loaded = imaging::load_volume(stack);
  if (loaded) kept = *loaded;
  return loaded;
}

Result<std::shared_ptr<const imaging::Volume>> TimepointVolumes::adc_of(const imaging::DiffusionSeries& series)
{
  NADIR_EXPECTS(!series.stacks.empty());
  auto& kept = adc_maps_[series.stacks.front()];
  if (kept) return kept;
  auto map = imaging::load_adc_map(series);
  if (!map) return map.failure();
  kept = map->map;
  return kept;
}
}  // namespace nadir::measure
