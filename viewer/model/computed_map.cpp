#include "viewer/model/computed_map.h"

#include <QtCore/QStringList>
#include <cmath>

namespace nadir::viewer
{
std::vector<ComputedMap> computed_maps_of(const measure::OpenTimepoint& timepoint)
{
  std::vector<ComputedMap> maps;
  for (const auto& study : timepoint.images().scan.studies)
    for (auto& series : imaging::diffusion_series(study)) maps.push_back({series.stacks.front()->id + "/ADC", std::move(series)});
  return maps;
}

Result<std::shared_ptr<const imaging::Volume>> middle_slice(const ComputedMap& map)
{
  const int middle = static_cast<int>(map.grid().slices.size() / 2);
  std::vector<imaging::DiffusionImage> images;
  for (const auto* stack : map.images.stacks)
  {
    const auto slice = imaging::load_slice(*stack, middle);
    if (!slice) return slice.failure();
    images.push_back({stack->sequence.b_value.value_or(0.0), *slice});
  }
  const auto adc = imaging::adc_map(images);
  if (!adc) return adc.failure();
  return adc->map;
}

QString b_value_words(const imaging::DiffusionSeries& images)
{
  QStringList values;
  for (const auto* stack : images.stacks)
    if (const auto value = QString::number(std::lround(stack->sequence.b_value.value_or(0.0))); !values.contains(value))
      values.append(value);
  return QStringLiteral("b %1 s/mm\u00b2").arg(values.join(QStringLiteral(", ")));
}
}  // namespace nadir::viewer
