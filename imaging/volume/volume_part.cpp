#include "imaging/volume/volume_part.h"

namespace nadir::imaging
{
namespace
{
float physical(double stored, const Rescale& rescale) { return static_cast<float>(stored * rescale.slope + rescale.intercept); }

std::size_t offset(const GridSize& size, VoxelIndex index)
{
  return (static_cast<std::size_t>(index.k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(index.j)) *
             static_cast<std::size_t>(size.i) +
         static_cast<std::size_t>(index.i);
}
}  // namespace

std::vector<float> part_of_slice(const Volume& volume, int k, const SlicePart& part)
{
  const auto& size = volume.geometry().size();
  NADIR_EXPECTS(part.columns > 0 && part.rows > 0 && size.contains({part.i, part.j, k}) &&
                size.contains({part.i + part.columns - 1, part.j + part.rows - 1, k}));
  const Rescale rescale = volume.rescale()[static_cast<std::size_t>(k)];
  const auto columns = static_cast<std::size_t>(part.columns);
  std::vector<float> values(columns * static_cast<std::size_t>(part.rows));
  std::visit(
      [&](const auto& stored)
      {
        float* to = values.data();
        for (int row = 0; row < part.rows; ++row, to += columns)
        {
          const auto* from = stored.data() + offset(size, {part.i, part.j + row, k});
          for (std::size_t n = 0; n < columns; ++n) to[n] = physical(static_cast<double>(from[n]), rescale);
        }
      },
      volume.stored());
  return values;
}

std::vector<float> every_value(const Volume& volume, std::size_t step)
{
  NADIR_EXPECTS(step > 0);
  const auto& size = volume.geometry().size();
  const std::size_t slice = offset(size, {0, 0, 1});
  std::vector<float> values;
  values.reserve(size.voxels() / step + 1);
  std::visit(
      [&](const auto& stored)
      {
        for (std::size_t n = 0; n < stored.size(); n += step)
          values.push_back(physical(static_cast<double>(stored[n]), volume.rescale()[n / slice]));
      },
      volume.stored());
  return values;
}
}  // namespace nadir::imaging
