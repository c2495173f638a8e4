#include "imaging/volume/file/checked_size.h"

namespace nadir::imaging
{
namespace
{
constexpr std::int64_t most_voxels = std::int64_t{1} << 31;
constexpr std::uint64_t most_bytes = std::uint64_t{1} << 31;
}  // namespace

Result<GridSize> checked_size(std::int64_t i, std::int64_t j, std::int64_t k, std::uint64_t bytes_per_voxel)
{
  if (i < 1 || j < 1 || k < 1)
    return Failure{ImageFileError::Malformed, "the header gives a grid size below 1 (there are no voxels). Export the file again."};
  if (i >= most_voxels || j > most_voxels / i || k > most_voxels / (i * j) ||
      static_cast<std::uint64_t>(i * j * k) > most_bytes / bytes_per_voxel)
    return Failure{ImageFileError::TooLarge, "the header gives a grid of more than 2 GiB (no scan is that large). Check the file."};
  return GridSize{static_cast<int>(i), static_cast<int>(j), static_cast<int>(k)};
}

Failure too_few_voxels()
{
  return Failure{ImageFileError::Truncated,
                 "the file holds fewer voxels than its header says (part of it would be missing). Copy or export it again."};
}
}  // namespace nadir::imaging
