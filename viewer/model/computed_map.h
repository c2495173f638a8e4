#pragma once

#include <QtCore/QString>
#include <optional>
#include <string>
#include <vector>

#include "imaging/diffusion/diffusion_series.h"
#include "measure/assessment/open_timepoint.h"

namespace nadir::viewer
{
/// A map that no scanner made: the ADC of diffusion images, which are parts of the time point it was found in.
struct ComputedMap
{
  std::string id;  ///< as that of a series within its time point: "4.1/ADC"
  imaging::DiffusionSeries images;

  /// The images of the lowest b-value: the grid, and where the map lies.
  const imaging::ImageStack& grid() const { return *images.stacks.front(); }
};

/// The maps that a time point has the images for, in the order of the scan.
std::vector<ComputedMap> computed_maps_of(const measure::OpenTimepoint& timepoint);

/// The middle slice of a map alone, from the middle slices of its images: quick, for a thumbnail. Noise is measured in that slice only, so
/// that its border to air may differ from that of the whole map. Failures: DiffusionError, LoaderError.
Result<std::shared_ptr<const imaging::Volume>> middle_slice(const ComputedMap& map);

/// "b 0, 400, 800 s/mm²", each b-value once.
QString b_value_words(const imaging::DiffusionSeries& images);
}  // namespace nadir::viewer
