#pragma once

#include <string_view>

namespace nadir
{
/// Why numbers do not describe a regular grid in the patient.
enum class GeometryError
{
  EmptyGrid,           ///< a size below 1
  SpacingNotPositive,  ///< zero, negative or not finite spacing
  AxesNotOrthonormal,  ///< axes not of unit length or not perpendicular within the tolerance
  LeftHanded,          ///< i x j points against k: the grid is mirrored
  OriginNotFinite,
};

std::string_view error_code(GeometryError error);
}  // namespace nadir
