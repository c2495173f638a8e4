#include "segmentation/lesion/stroke_response.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"
#include "segmentation/lesion/grid_filters.h"
#include "segmentation/lesion/in_parallel.h"
#include "segmentation/lesion/model_texts.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Where the model's features are found among those made.
std::vector<std::size_t> places_of(const TreeModel& model, const StrokeFeatures& features)
{
  std::vector<std::size_t> places;
  for (const auto& name : model.features())
  {
    const auto found = std::find(features.names.begin(), features.names.end(), name);
    NADIR_EXPECTS(found != features.names.end());
    places.push_back(static_cast<std::size_t>(found - features.names.begin()));
  }
  return places;
}

/// Shifts of the log odds towards the scribble's kind, on the grid.
CellValues shifts(const LesionGrid& grid, const StrokeFeatures& features, const StrokeResponse& response)
{
  const auto places = places_of(response.model, features);
  CellValues out(grid.cells(), 0.0F);
  const std::size_t count = features.cells.size();
  in_parallel(static_cast<int>((count + TreeModel::run - 1) / TreeModel::run), response.threads,
              [&](int n)
              {
                const std::size_t first = static_cast<std::size_t>(n) * TreeModel::run, end = std::min(count, first + TreeModel::run);
                std::vector<TreeModel::RunValues> values(places.size());
                for (std::size_t cell = first; cell < first + TreeModel::run; ++cell)  // the last run is filled up with the last cell
                {
                  const float* row = features.rows.data() + std::min(cell, end - 1) * features.names.size();
                  for (std::size_t m = 0; m < places.size(); ++m) values[m][cell - first] = row[places[m]];
                }
                const auto answers = response.model.log_odds_of_run(values);
                for (std::size_t cell = first; cell < end; ++cell) out[features.cells[cell]] = answers[cell - first];
              });
  return out;
}
}  // namespace

const TreeModel& stroke_model()
{
  static const TreeModel model = []
  {
    auto parsed = TreeModel::parse(model_text("stroke"));
    NADIR_EXPECTS(parsed.has_value());
    return *std::move(parsed);
  }();
  return model;
}

CellValues after_scribble(const LesionGrid& grid, const Scribble& scribble, const StrokeResponse& response, CellValues log_odds)
{
  constexpr double smoothing = 0.05;  // of the mean radius: trees answer in steps
  constexpr float share = 0.8F;       // of what the model says: lesions it has not seen follow a correction less far
  if (scribble.cells.empty()) return log_odds;
  const auto features = stroke_features({grid, response.signal, log_odds, response.threads}, scribble);
  const double radius = std::sqrt(grid.frame.half_long * grid.frame.half_short);
  const auto shift =
      smoothed(grid, {shifts(grid, features, response), std::vector<std::uint8_t>(grid.cells(), 1)}, smoothing * radius, response.threads);
  const float sign = sign_of(scribble.kind);
  for (const auto cell : features.cells)
    log_odds[cell] = std::clamp(log_odds[cell], -most_certain, most_certain) + share * sign * shift[cell];
  return log_odds;
}
}  // namespace nadir::segmentation::lesion
