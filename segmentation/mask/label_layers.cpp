#include "segmentation/mask/label_layers.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace nadir::segmentation
{
namespace
{
static_assert(std::endian::native == std::endian::little);

/// Calls visit(voxel number) for every set voxel, in file order.
template <class Visit> void for_each_voxel(const Mask& mask, const Visit& visit)
{
  const auto& size = mask.geometry().size();
  const auto& box = mask.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    {
      const auto row = mask.row(j, k);
      const auto first = (static_cast<std::size_t>(k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j)) *
                             static_cast<std::size_t>(size.i) +
                         static_cast<std::size_t>(box.first.i);
      for (std::size_t n = 0; n < row.size(); ++n)
        if (row[n] != 0) visit(first + n);
    }
}

bool share_a_voxel(const Mask& a, const Mask& b)
{
  bool shared = false;
  const auto& size = a.geometry().size();
  for_each_voxel(a,
                 [&](std::size_t n)
                 {
                   const auto columns = static_cast<std::size_t>(size.i), rows = static_cast<std::size_t>(size.j);
                   shared = shared || b.contains({static_cast<int>(n % columns), static_cast<int>(n / columns % rows),
                                                  static_cast<int>(n / columns / rows)});
                 });
  return shared;
}

template <class T> std::string bytes_as(std::span<const LabelledMask> masks, const LabelLayers& layers)
{
  std::string bytes(masks.front().mask.geometry().size().voxels() * layers.count * sizeof(T), '\0');
  for (std::size_t m = 0; m < masks.size(); ++m)
  {
    const auto label = static_cast<T>(masks[m].label);
    for_each_voxel(masks[m].mask, [&](std::size_t n)
                   { std::memcpy(bytes.data() + (n * layers.count + layers.layer_of[m]) * sizeof(T), &label, sizeof(T)); });
  }
  return bytes;
}
}  // namespace

LabelLayers label_layers(std::span<const LabelledMask> masks)
{
  LabelLayers layers;
  for (std::size_t m = 0; m < masks.size(); ++m)
  {
    std::size_t layer = 0;
    const auto is_taken = [&]
    {
      for (std::size_t other = 0; other < m; ++other)
        if (layers.layer_of[other] == layer && share_a_voxel(masks[other].mask, masks[m].mask)) return true;
      return false;
    };
    while (is_taken()) ++layer;
    layers.layer_of.push_back(layer);
    layers.count = std::max(layers.count, layer + 1);
  }
  return layers;
}

imaging::VoxelType label_type(std::span<const LabelledMask> masks)
{
  int largest = 0;
  for (const auto& mask : masks) largest = std::max(largest, mask.label);
  if (largest <= std::numeric_limits<std::uint8_t>::max()) return imaging::VoxelType::UInt8;
  return largest <= std::numeric_limits<std::int16_t>::max() ? imaging::VoxelType::Int16 : imaging::VoxelType::Int32;
}

std::string label_bytes(std::span<const LabelledMask> masks, const LabelLayers& layers)
{
  switch (label_type(masks))
  {
  case imaging::VoxelType::UInt8: return bytes_as<std::uint8_t>(masks, layers);
  case imaging::VoxelType::Int16: return bytes_as<std::int16_t>(masks, layers);
  default: return bytes_as<std::int32_t>(masks, layers);
  }
}
}  // namespace nadir::segmentation
