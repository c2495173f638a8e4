#pragma once

namespace nadir::segmentation
{
/// A fraction of the lesion's volume, 0 to 1, and how far it moves when thresholds and contour move within reason.
struct FractionBand
{
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
};
}  // namespace nadir::segmentation
