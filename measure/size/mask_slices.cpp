#include "measure/size/mask_slices.h"

#include <algorithm>

namespace nadir::measure
{
namespace
{
constexpr double thick_axis_ratio = 2.0;

PixelSlice empty_slice(int columns, int rows, double column_step, double row_step)
{
  PixelSlice slice{columns, rows, column_step, row_step, {}};
  slice.pixels.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  return slice;
}

PixelSlice slice_across_k(const segmentation::Mask& mask, int number)
{
  const auto& [first, size] = mask.box();
  auto slice = empty_slice(size.i, size.j, mask.geometry().spacing().i, mask.geometry().spacing().j);
  for (int j = 0; j < size.j; ++j)
  {
    const auto row = mask.row(first.j + j, first.k + number);
    std::copy(row.begin(), row.end(), slice.pixels.begin() + static_cast<std::ptrdiff_t>(slice.index(0, j)));
  }
  return slice;
}

PixelSlice slice_across_i(const segmentation::Mask& mask, int number)
{
  const auto& [first, size] = mask.box();
  auto slice = empty_slice(size.j, size.k, mask.geometry().spacing().j, mask.geometry().spacing().k);
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j) slice.pixels[slice.index(j, k)] = mask.row(first.j + j, first.k + k)[static_cast<std::size_t>(number)];
  return slice;
}

PixelSlice slice_across_j(const segmentation::Mask& mask, int number)
{
  const auto& [first, size] = mask.box();
  auto slice = empty_slice(size.k, size.i, mask.geometry().spacing().k, mask.geometry().spacing().i);
  for (int k = 0; k < size.k; ++k)
  {
    const auto row = mask.row(first.j + number, first.k + k);
    for (int i = 0; i < size.i; ++i) slice.pixels[slice.index(k, i)] = row[static_cast<std::size_t>(i)];
  }
  return slice;
}
}  // namespace

MaskSlices::MaskSlices(const segmentation::Mask& mask, GridAxis across) : mask_(mask), across_(across) {}

int MaskSlices::count() const
{
  const auto& size = mask_.box().size;
  return across_ == GridAxis::I ? size.i : across_ == GridAxis::J ? size.j : size.k;
}

int MaskSlices::grid_index(int slice) const
{
  const auto& first = mask_.box().first;
  return slice + (across_ == GridAxis::I ? first.i : across_ == GridAxis::J ? first.j : first.k);
}

double MaskSlices::spacing() const
{
  const auto& spacing = mask_.geometry().spacing();
  return across_ == GridAxis::I ? spacing.i : across_ == GridAxis::J ? spacing.j : spacing.k;
}

double MaskSlices::pixel_area() const { return mask_.geometry().voxel_volume_mm3() / spacing(); }

PixelSlice MaskSlices::slice(int number) const
{
  if (across_ == GridAxis::I) return slice_across_i(mask_, number);
  if (across_ == GridAxis::J) return slice_across_j(mask_, number);
  return slice_across_k(mask_, number);
}

PatientPoint MaskSlices::to_patient(PlanePoint point, int slice) const
{
  const auto& geometry = mask_.geometry();
  const auto& first = mask_.box().first;
  const auto& spacing = geometry.spacing();
  ContinuousVoxelIndex index{static_cast<double>(first.i), static_cast<double>(first.j), static_cast<double>(first.k)};
  const double across = static_cast<double>(slice);
  const auto place = [](double& column, double column_step, double& row, double row_step, PlanePoint p)
  {
    column += p.x / column_step;
    row += p.y / row_step;
  };
  if (across_ == GridAxis::I) index.i += across, place(index.j, spacing.j, index.k, spacing.k, point);
  if (across_ == GridAxis::J) index.j += across, place(index.k, spacing.k, index.i, spacing.i, point);
  if (across_ == GridAxis::K) index.k += across, place(index.i, spacing.i, index.j, spacing.j, point);
  return geometry.voxel_to_patient(index);
}

GridAxis acquisition_axis(const VoxelSpacing& spacing)
{
  if (spacing.i >= thick_axis_ratio * std::max(spacing.j, spacing.k)) return GridAxis::I;
  if (spacing.j >= thick_axis_ratio * std::max(spacing.i, spacing.k)) return GridAxis::J;
  return GridAxis::K;
}
}  // namespace nadir::measure
