#pragma once

#include <string_view>

namespace nadir::imaging
{
/// Why no ADC map can be computed.
enum class DiffusionError
{
  TooFewBValues,  ///< fewer than two different b-values
  BadBValue,      ///< negative or not finite
  GridsDiffer,    ///< the images do not lie on one grid
  BadNoise,       ///< a given noise level that is negative or not finite
  SignalRises,    ///< more signal at the highest b-value than at the lowest: diffusion takes signal away
  NoSignal,       ///< no voxel has signal above the noise at every b-value
};
std::string_view error_code(DiffusionError error);
}  // namespace nadir::imaging
