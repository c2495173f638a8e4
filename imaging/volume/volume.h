#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "imaging/geometry/image_geometry.h"

namespace nadir::imaging
{
/// How a stored number becomes a physical one: value = stored * slope + intercept. One per slice: DICOM allows it to vary.
struct Rescale
{
  double slope = 1.0;
  double intercept = 0.0;

  bool operator==(const Rescale&) const = default;
};

/// Voxels as the scanner stored them, i fastest, then j, then k. No wider than stored, so that a volume costs the memory of its pixels.
using StoredVoxels =
    std::variant<std::vector<std::uint8_t>, std::vector<std::int8_t>, std::vector<std::uint16_t>, std::vector<std::int16_t>,
                 std::vector<std::uint32_t>, std::vector<std::int32_t>, std::vector<float>, std::vector<double>>;

/// Immutable scalar image: voxels + where they lie in the patient. Shared as `std::shared_ptr<const Volume>`.
///
/// Shape: geometry().size(); value(v) applies the slice's rescale. Unit of a value: see `unit` ("" = arbitrary MR signal,
/// "1e-6 mm2/s" for ADC). Contract: as many voxels as the geometry has, one rescale per slice.
class Volume
{
public:
  Volume(ImageGeometry geometry, StoredVoxels voxels, std::vector<Rescale> rescale_per_slice, std::string unit = {});

  const ImageGeometry& geometry() const { return geometry_; }
  const StoredVoxels& stored() const { return voxels_; }
  const std::vector<Rescale>& rescale() const { return rescale_; }
  const std::string& unit() const { return unit_; }

  /// Physical value at a voxel; the index must lie inside the grid.
  float value(VoxelIndex index) const;
  /// Physical values of slice k, row by row (size i * j).
  std::vector<float> slice(int k) const;

private:
  ImageGeometry geometry_;
  StoredVoxels voxels_;
  std::vector<Rescale> rescale_;
  std::string unit_;
};
}  // namespace nadir::imaging
