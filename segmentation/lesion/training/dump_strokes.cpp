#include "segmentation/lesion/training/dump_strokes.h"

#include <array>

#include "imaging/geometry/nearest_voxel.h"
#include "imaging/result/expects.h"
#include "segmentation/lesion/lesion_state.h"
#include "segmentation/lesion/stroke_features.h"
#include "segmentation/lesion/training/corrective_stroke.h"
#include "segmentation/lesion/training/random_numbers.h"

namespace nadir::segmentation::lesion
{
namespace
{
bool is_inside(const Mask& truth, PatientPoint point)
{
  const auto voxel = nearest_voxel(truth.geometry().patient_to_voxel(point));
  return truth.geometry().size().contains(voxel) && truth.contains(voxel);
}

float truth_of(const LesionGrid& grid, const Mask& truth, std::uint32_t cell, StrokeKind kind)
{
  const int x = static_cast<int>(cell % LesionGrid::columns), y = static_cast<int>(cell / LesionGrid::columns % LesionGrid::rows),
            z = static_cast<int>(cell / LesionGrid::plane_cells());
  return is_inside(truth, grid.position(x, y, z)) == (kind == StrokeKind::Foreground) ? 1.0F : 0.0F;
}

void write_block(const CorrectedPrompt& corrected, const LesionGrid& grid, StrokeKind kind, const StrokeFeatures& features, std::FILE* out)
{
  constexpr double wanted = 3000.0;  // cells
  RandomNumbers random(static_cast<std::uint64_t>(corrected.number * 1000 + corrected.reader) + features.cells.size());
  const double chance = wanted / static_cast<double>(features.cells.size());
  std::vector<float> rows;
  for (std::size_t n = 0; n < features.cells.size(); ++n)
  {
    if (!random.happens(chance)) continue;
    rows.insert(rows.end(), {static_cast<float>(features.cells[n]), truth_of(grid, corrected.sample.truth, features.cells[n], kind)});
    const auto first = features.rows.begin() + static_cast<std::ptrdiff_t>(n * features.names.size());
    rows.insert(rows.end(), first, first + static_cast<std::ptrdiff_t>(features.names.size()));
  }
  const auto width = features.names.size() + 2;
  const std::array<std::int32_t, 7> head{corrected.number,
                                         corrected.reader,
                                         static_cast<std::int32_t>(rows.size() / width),
                                         grid.planes,
                                         grid.drawn_plane,
                                         static_cast<std::int32_t>(features.names.size()),
                                         0};
  std::fwrite(head.data(), sizeof(std::int32_t), head.size(), out);
  std::fwrite(rows.data(), sizeof(float), rows.size(), out);
}
}  // namespace

void dump_strokes(const CorrectedPrompt& corrected, const ModelSource& models, std::FILE* out)
{
  constexpr std::array styles{StrokeStyle::Disc, StrokeStyle::Line, StrokeStyle::Paint};
  auto lesion = segment_with(models, {corrected.sample.image}, corrected.prompt, {});
  if (!lesion) return;  // a careless reader's marks may lie outside the image
  for (int n = 0; n < corrected.corrections; ++n)
  {
    const auto style = styles[static_cast<std::size_t>(n + corrected.reader + corrected.number) % styles.size()];
    const auto strokes = corrective_strokes(corrected.sample.truth, lesion->mask, style);
    if (strokes.empty()) return;
    const auto& state = *lesion->state;
    for (const auto& scribble : scribbles_of(state.grid, strokes, 0))
      if (!scribble.cells.empty())
        write_block(corrected, state.grid, scribble.kind, stroke_features({state.grid, state.signal, state.log_odds, 2}, scribble), out);
    if (n + 1 == corrected.corrections) return;
    lesion = refine(*lesion, strokes);
    NADIR_EXPECTS(lesion.has_value());
  }
}
}  // namespace nadir::segmentation::lesion
