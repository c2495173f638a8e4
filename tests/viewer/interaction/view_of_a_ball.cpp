#include "tests/viewer/interaction/view_of_a_ball.h"

#include <cmath>

#include "viewer/render/slice_steps.h"

namespace nadir::viewer::test
{
namespace
{
std::shared_ptr<const imaging::Volume> ball_volume()
{
  const auto geometry = ImageGeometry::make({100, 100, 20}, {0.8, 0.8, 4.0}, {-39.6, -39.6, -38.0}, {}).value();
  std::vector<std::uint16_t> voxels;
  for (int k = 0; k < 20; ++k)
    for (int j = 0; j < 100; ++j)
      for (int i = 0; i < 100; ++i)
      {
        const auto p = geometry.voxel_to_patient(VoxelIndex{i, j, k});
        voxels.push_back(std::hypot(p.left, p.posterior, p.superior) <= 20.0 ? 300 : 100);
      }
  return std::make_shared<const imaging::Volume>(geometry, std::move(voxels), std::vector<imaging::Rescale>(20));
}

ViewContext context_of(const ViewPlane& plane)
{
  ViewContext context;
  context.volume = ball_volume();
  context.view = {plane, {0, 0, 2}, 0.5, {200, 200}};
  context.window = {200, 300, Polarity::HighIsWhite};
  context.window_reach = 300;
  context.series = SeriesUid{"1.2.3"};
  for (int k = 0; k < 20; ++k) context.slices.push_back(SopInstanceUid{"1.2.3." + std::to_string(k)});
  return context;
}
}  // namespace

ViewContext acquired_view() { return context_of(acquired_plane(ball_volume()->geometry())); }

ViewContext coronal_view() { return context_of(radiological_plane(AnatomicalPlane::Coronal)); }

Pointer pixel(double right_mm, double down_mm, Qt::KeyboardModifiers modifiers)
{
  return {{100.0 + right_mm / 0.5, 100.0 + down_mm / 0.5}, modifiers};
}

ModeResult drag(Mode& mode, const ViewContext& context, Pointer from, Pointer to)
{
  mode.press(context, from);
  for (const double share : {0.3, 0.6, 1.0})
    mode.drag(context,
              {{from.place.x + share * (to.place.x - from.place.x), from.place.y + share * (to.place.y - from.place.y)}, to.modifiers});
  return mode.release(context, to);
}

ModeResult click(Mode& mode, const ViewContext& context, Pointer at)
{
  mode.press(context, at);
  return mode.release(context, at);
}
}  // namespace nadir::viewer::test
