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

QString b_value_words(const imaging::DiffusionSeries& images)
{
  QStringList values;
  for (const auto* stack : images.stacks)
    if (const auto value = QString::number(std::lround(stack->sequence.b_value.value_or(0.0))); !values.contains(value)) values.append(value);
  return QStringLiteral("b %1 s/mm\u00b2").arg(values.join(QStringLiteral(", ")));
}
}  // namespace nadir::viewer
