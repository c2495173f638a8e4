#include "segmentation/tissue/reference_places.h"

#include <algorithm>
#include <cmath>

#include "imaging/registration/fixed_chunks.h"
#include "segmentation/tissue/distance_field.h"
#include "segmentation/tissue/lesion_voxels.h"

namespace nadir::segmentation
{
namespace
{
constexpr double neighbourhood = 1.5;  // mm from a place to the four that say how even the tissue is, at least one voxel

int voxels_within(double length, double spacing) { return static_cast<int>(std::ceil(length / spacing)); }

/// Steps that make about `samples` places of nearly equal distances along the axes.
VoxelIndex steps_for(const VoxelBox& block, const VoxelSpacing& spacing, int samples)
{
  const double volume = static_cast<double>(block.size.voxels()) * spacing.i * spacing.j * spacing.k;
  double reach = std::cbrt(volume / samples);
  if (spacing.k > reach) reach = std::sqrt(volume / (spacing.k * samples));
  const auto steps = [&](double step) { return std::max(1, static_cast<int>(std::lround(reach / step))); };
  return {steps(spacing.i), steps(spacing.j), steps(spacing.k)};
}

void add_voxels(ReferencePlaces& places, const VoxelBox& block)
{
  for (int k = 0; k < places.net.k; ++k)
    for (int j = 0; j < places.net.j; ++j)
      for (int i = 0; i < places.net.i; ++i)
        places.voxels.push_back({block.first.i + i * places.step.i, block.first.j + j * places.step.j, block.first.k + k * places.step.k});
}

/// 1 for every place whose cell holds a voxel of the lesion.
std::vector<std::uint8_t> occupied(const Mask& lesion, const VoxelBox& block, const ReferencePlaces& places)
{
  std::vector<std::uint8_t> cells(places.net.voxels(), 0);
  const auto& box = lesion.box();
  const auto cell = [](int index, int step, int count) { return std::clamp((index + step / 2) / step, 0, count - 1); };
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    {
      const auto row = lesion.row(j, k);
      const auto start =
          (static_cast<std::size_t>(cell(k - block.first.k, places.step.k, places.net.k)) * static_cast<std::size_t>(places.net.j) +
           static_cast<std::size_t>(cell(j - block.first.j, places.step.j, places.net.j))) *
          static_cast<std::size_t>(places.net.i);
      for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i] != 0)
          cells[start + static_cast<std::size_t>(cell(box.first.i + static_cast<int>(i) - block.first.i, places.step.i, places.net.i))] = 1;
    }
  return cells;
}

void add_values(ReferencePlaces& places, const ChannelReader& reader, std::size_t channel)
{
  const auto& spacing = places.grid.spacing();
  const int di = std::max(1, static_cast<int>(std::lround(neighbourhood / spacing.i))),
            dj = std::max(1, static_cast<int>(std::lround(neighbourhood / spacing.j)));
  const std::array<VoxelIndex, 5> around{{{0, 0, 0}, {-di, 0, 0}, {di, 0, 0}, {0, -dj, 0}, {0, dj, 0}}};
  std::vector<double> sum(places.voxels.size(), 0.0), squares(places.voxels.size(), 0.0);
  for (const auto& shift : around)
  {
    auto moved = places.voxels;
    for (auto& voxel : moved) voxel = {voxel.i + shift.i, voxel.j + shift.j, voxel.k + shift.k};
    auto values = reader.at(moved);
    for (std::size_t n = 0; n < values.size(); ++n)
    {
      const auto value = static_cast<double>(values[n]);
      sum[n] += value, squares[n] += value * value;
    }
    if (shift == VoxelIndex{}) places.single[channel] = std::move(values);
  }
  const double count = around.size();
  for (std::size_t n = 0; n < sum.size(); ++n)
  {
    const double mean = sum[n] / count;
    places.mean[channel].push_back(static_cast<float>(mean));
    places.spread[channel].push_back(static_cast<float>(std::sqrt(std::max(squares[n] / count - mean * mean, 0.0))));
  }
}
}  // namespace

VoxelBox block_around(const Mask& lesion, double margin)
{
  const auto& box = lesion.box();
  const auto& spacing = lesion.geometry().spacing();
  const VoxelIndex by{voxels_within(margin, spacing.i), voxels_within(margin, spacing.j), voxels_within(margin, spacing.k)};
  return {{box.first.i - by.i, box.first.j - by.j, box.first.k - by.k},
          {box.size.i + 2 * by.i, box.size.j + 2 * by.j, box.size.k + 2 * by.k}};
}

ChannelReaders readers_of(const TissueChannels& channels, const ImageGeometry& lesion_grid, const VoxelBox& block)
{
  ChannelReaders readers;
  imaging::for_fixed_chunks(channel_kinds.size(),
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t n = chunk.first; n < chunk.last; ++n)
                                if (const auto& channel = channel_of(channels, channel_kinds[n]))
                                  readers[index_of(channel_kinds[n])].emplace(*channel, lesion_grid, block);
                            });
  return readers;
}

ReferencePlaces reference_places(const Mask& lesion, const ChannelReaders& readers, const ReferenceConfig& config)
{
  const auto block = block_around(lesion, config.farthest);
  const auto& spacing = lesion.geometry().spacing();
  ReferencePlaces places{.grid = lesion.geometry(),
                         .step = steps_for(block, spacing, config.samples),
                         .net = {},
                         .voxels = {},
                         .distance = {},
                         .mean = {},
                         .spread = {},
                         .single = {}};
  const auto count = [](int voxels, int step) { return (voxels + step - 1) / step; };
  places.net = {count(block.size.i, places.step.i), count(block.size.j, places.step.j), count(block.size.k, places.step.k)};
  add_voxels(places, block);
  places.distance = distance_field(occupied(lesion, block, places), places.net,
                                   {spacing.i * places.step.i, spacing.j * places.step.j, spacing.k * places.step.k});
  for (const auto kind : channel_kinds)
    if (const auto& reader = readers[index_of(kind)]) add_values(places, *reader, index_of(kind));
  return places;
}
}  // namespace nadir::segmentation
