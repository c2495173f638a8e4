#pragma once

#include <cmath>

#include "imaging/bias/shading_field.h"
#include "imaging/volume/volume.h"

namespace nadir::segmentation
{
/// Image value of "no signal".
struct SignalZero
{
  double value = 0.0;
  bool is_known = true;  ///< false: estimated as the darkest tissue of a shifted (z-scored) image
};

/// From the image itself: a constant lowest background (air set to one value, also after a z-score), or 0 for an image without
/// negative values. A shifted image without such a background shows no zero; its darkest half percent stands in.
SignalZero signal_zero_of(const imaging::Volume& image);

/// How the values of one image become multiples of the reference tissue.
struct SignalScale
{
  SignalZero zero{};
  double median = 1.0;     ///< reference tissue, image value; differs from zero
  double deviation = 0.0;  ///< median absolute deviation of the reference tissue, as a multiple
  imaging::ShadingField shading{};
  bool is_shading_used = false;

  double multiple(double value, PatientPoint place) const
  {
    const double plain = (value - zero.value) / (median - zero.value);
    return is_shading_used ? plain / shading.at(place) : plain;
  }
};
}  // namespace nadir::segmentation
