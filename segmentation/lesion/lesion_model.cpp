#include "segmentation/lesion/lesion_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
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

/// Cells within reach that the image covers, in whole runs: the last one is filled up with its last cell.
std::vector<std::uint32_t> asked_cells(const LesionGrid& grid, const GridImage& image)
{
  std::vector<std::uint32_t> in_plane, cells;
  for (int y = 0; y < LesionGrid::rows; ++y)
    for (int x = 0; x < LesionGrid::columns; ++x)
      if (std::hypot(LesionGrid::place(x), LesionGrid::place(y)) < LesionGrid::reach)
        in_plane.push_back(static_cast<std::uint32_t>(LesionGrid::cell(x, y, 0)));
  for (int plane = 0; plane < grid.planes; ++plane)
    for (const auto place : in_plane)
      if (const auto cell = static_cast<std::uint32_t>(LesionGrid::cell(0, 0, plane)) + place; image.valid[cell] != 0)
        cells.push_back(cell);
  while (cells.size() % TreeModel::run != 0) cells.push_back(cells.back());
  return cells;
}

/// Asks the model for one run of cells.
void ask(const TreeModel& model, const std::vector<const CellValues*>& columns, const std::uint32_t* cells, CellValues& log_odds)
{
  std::vector<TreeModel::RunValues> values(columns.size());
  for (std::size_t m = 0; m < columns.size(); ++m)
    for (std::size_t n = 0; n < TreeModel::run; ++n) values[m][n] = (*columns[m])[cells[n]];
  const auto answers = model.log_odds_of_run(values);
  for (std::size_t n = 0; n < TreeModel::run; ++n) log_odds[cells[n]] = answers[n];
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
  const auto cells = asked_cells(grid, image);
  in_parallel(static_cast<int>(cells.size() / TreeModel::run), threads,
              [&](int n) { ask(model, columns, cells.data() + static_cast<std::size_t>(n) * TreeModel::run, answer.log_odds); });
  return answer;
}
}  // namespace nadir::segmentation::lesion
