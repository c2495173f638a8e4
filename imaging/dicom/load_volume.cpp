#include "imaging/dicom/load_volume.h"

#include <new>
#include <string>
#include <utility>

#include "imaging/dicom/loader/slice_reader.h"
#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
namespace
{
using VolumeResult = Result<std::shared_ptr<const Volume>>;

Failure no_volume(const ImageStack& stack)
{
  for (const auto& remark : stack.certificate.remarks)
    if (remark.severity == Severity::Refusal) return {LoaderError::NotAVolume, "stack " + stack.id + " is no volume: " + remark.text};
  return {LoaderError::NotAVolume, "stack " + stack.id + " has no geometry (nothing could be measured on it). Scan the folder again."};
}

Failure unlike(const ImageStack& stack, const SliceSource& slice)
{
  return {LoaderError::NotAVolume,
          "stack " + stack.id + ": " + slice.path.filename().string() +
              " has pixels of another size or kind than the stack (they do not fit together). Export the series again."};
}

/// What a volume is made of, be it the whole stack or one slice of it.
struct Wanted
{
  ImageGeometry geometry;
  std::span<const SliceSource> slices;
};

bool has_pixels_of(const ImageStack& stack, const GridSize& size, const SliceSource& slice)
{
  if (!slice.file || !slice.file->pixels()) return false;
  const auto& pixels = *slice.file->pixels();
  const bool same_size = pixels.rows == size.j && pixels.columns == size.i && pixels.samples == 1;
  const bool same_sign = stack.is_float || pixels.is_signed == stack.is_signed;
  const bool same_kind = pixels.bits_allocated == stack.bits_allocated && pixels.is_float == stack.is_float && same_sign;
  return same_size && same_kind && slice.frame >= 0 && slice.frame < pixels.frames;
}

template <class Cell> StoredVoxels voxels_of(std::size_t count) { return std::vector<Cell>(count); }

/// nullopt for a number format that images do not come in.
std::optional<StoredVoxels> allocate(const ImageStack& stack, std::size_t count)
{
  switch (stack.bits_allocated)
  {
  case 8: return stack.is_signed ? voxels_of<std::int8_t>(count) : voxels_of<std::uint8_t>(count);
  case 16: return stack.is_signed ? voxels_of<std::int16_t>(count) : voxels_of<std::uint16_t>(count);
  case 32:
    return stack.is_float ? voxels_of<float>(count) : stack.is_signed ? voxels_of<std::int32_t>(count) : voxels_of<std::uint32_t>(count);
  case 64: return stack.is_float ? std::optional(voxels_of<double>(count)) : std::nullopt;
  default: return std::nullopt;
  }
}

std::span<std::byte> bytes_of(StoredVoxels& voxels)
{
  return std::visit([](auto& values) { return std::as_writable_bytes(std::span(values)); }, voxels);
}

std::vector<Rescale> rescale_of(std::span<const SliceSource> slices)
{
  std::vector<Rescale> rescale;
  rescale.reserve(slices.size());
  for (const auto& slice : slices) rescale.push_back(slice.rescale);
  return rescale;
}

VolumeResult load(const ImageStack& stack, const Wanted& wanted, const LoadConfig& config)
{
  for (const auto& slice : wanted.slices)
    if (!has_pixels_of(stack, wanted.geometry.size(), slice)) return unlike(stack, slice);
  auto voxels = allocate(stack, wanted.geometry.size().voxels());
  if (!voxels) return unlike(stack, wanted.slices.front());
  SliceReader reader(wanted.slices, bytes_of(*voxels), config.progress);
  if (auto read = reader.read(config.threads); !read) return read.failure();
  return std::make_shared<const Volume>(wanted.geometry, std::move(*voxels), rescale_of(wanted.slices), stack.unit);
}

VolumeResult load_safely(const ImageStack& stack, const Wanted& wanted, const LoadConfig& config)
{
  try
  {
    return load(stack, wanted, config);
  }
  catch (const std::bad_alloc&)
  {
    return Failure{LoaderError::OutOfMemory,
                   "stack " + stack.id + " does not fit into memory (it cannot be shown). Close other programs and try again."};
  }
}
}  // namespace

VolumeResult load_volume(const ImageStack& stack, const LoadConfig& config)
{
  if (!stack.geometry || stack.slices.empty()) return no_volume(stack);
  NADIR_EXPECTS(stack.slices.size() == static_cast<std::size_t>(stack.geometry->size().k));
  return load_safely(stack, {*stack.geometry, stack.slices}, config);
}

VolumeResult load_slice(const ImageStack& stack, int k)
{
  if (!stack.geometry) return no_volume(stack);
  NADIR_EXPECTS(k >= 0 && static_cast<std::size_t>(k) < stack.slices.size());
  const auto& whole = *stack.geometry;
  const auto slice = std::span(stack.slices).subspan(static_cast<std::size_t>(k), 1);
  const auto geometry =
      ImageGeometry::make({whole.size().i, whole.size().j, 1}, whole.spacing(), whole.voxel_to_patient(VoxelIndex{0, 0, k}), whole.axes());
  if (!geometry) return geometry.failure();
  return load_safely(stack, {*geometry, slice}, {.threads = 1, .progress = {}});
}
}  // namespace nadir::imaging
