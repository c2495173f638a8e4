#include "segmentation/lesion/lesion_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "imaging/result/expects.h"
#include "segmentation/lesion/in_parallel.h"
#include "segmentation/lesion/lesion_features.h"
#include "segmentation/lesion/model_texts.h"

namespace nadir::segmentation::lesion
{
namespace
{
constexpr float surely_not = -8.0F;
static_assert(TreeModel::run == LesionGrid::columns, "a row of the grid is asked at once");

TreeModel parsed(PromptKind kind)
{
  auto model = TreeModel::parse(model_text(name_of(kind)));
  NADIR_EXPECTS(model.has_value());
  return *std::move(model);
}

/// Columns of the features in the model's order.
std::vector<const CellValues*> columns_for(const TreeModel& model, const LesionFeatures& features)
{
  std::vector<const CellValues*> columns;
  for (const auto& name : model.features())
  {
    const auto found = std::find(features.names.begin(), features.names.end(), name);
    NADIR_EXPECTS(found != features.names.end());
    columns.push_back(&features.columns[static_cast<std::size_t>(found - features.names.begin())]);
  }
  return columns;
}
}  // namespace

const TreeModel& lesion_model(PromptKind kind)
{
  static const std::array<TreeModel, prompt_kinds> models{parsed(PromptKind::Point),      parsed(PromptKind::Line),
                                                          parsed(PromptKind::LineExtent), parsed(PromptKind::Axes),
                                                          parsed(PromptKind::AxesExtent), parsed(PromptKind::Found)};
  return models[static_cast<std::size_t>(kind)];
}

ModelAnswer answer_of(const TreeModel& model, const LesionGrid& grid, const GridImage& image, PromptKind kind, int threads)
{
  auto intensities = intensity_model(grid, image, zones_of(kind));
  const auto features = lesion_features(grid, image, intensities, threads);
  const auto columns = columns_for(model, features);
  ModelAnswer answer{CellValues(grid.cells(), surely_not), std::move(intensities)};
  in_parallel(grid.planes * LesionGrid::rows, threads,
              [&](int line)
              {
                const std::size_t first = static_cast<std::size_t>(line) * LesionGrid::columns;
                const auto* valid = image.valid.data() + first;
                if (std::find(valid, valid + LesionGrid::columns, std::uint8_t{1}) == valid + LesionGrid::columns) return;
                std::vector<const float*> values;
                for (const auto* column : columns) values.push_back(column->data() + first);
                const auto log_odds = model.log_odds_of_run(values);
                const double y = LesionGrid::place(line % LesionGrid::rows);
                for (std::size_t x = 0; x < log_odds.size(); ++x)
                  if (valid[x] != 0 && std::hypot(LesionGrid::place(static_cast<int>(x)), y) < LesionGrid::reach)
                    answer.log_odds[first + x] = log_odds[x];
              });
  return answer;
}
}  // namespace nadir::segmentation::lesion
