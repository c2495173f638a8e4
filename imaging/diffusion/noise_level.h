#pragma once

#include <optional>

#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// Standard deviation of the noise of a magnitude image, from the air in the corners of its slices; same unit as the values.
///
/// Noise in air follows a Rayleigh distribution: sigma = sqrt(mean of squares / 2), and mean / standard deviation is 1.913. The corner
/// block (an eighth of the side, all slices) with the least signal is used; nothing is returned when it does not look like noise (ratio
/// outside 1.6..2.4) or hardly differs from voxel to voxel: air masked to zero by the scanner, tissue in all corners, or a sum of many
/// coils. Source: Henkelman RM, Med Phys 1985;12:232-233; Gudbjartsson H, Patz S, Magn Reson Med 1995;34:910-914.
std::optional<double> noise_in_air(const Volume& image);
}  // namespace nadir::imaging
