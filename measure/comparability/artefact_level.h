#pragma once

#include <optional>

#include "imaging/volume/volume.h"
#include "measure/comparability/acquisition.h"

namespace nadir::measure
{
/// How noisy and how ghosted an image is, from its pixels.
struct ArtefactLevel
{
  std::optional<double> signal_to_noise;  ///< mean signal of the body / standard deviation of the noise in air
  std::optional<double> ghosting;         ///< signal thrown into the air along phase encoding, as a share of the body's signal
};

/// Signal: mean of the voxels above the overall mean. Noise: imaging::noise_in_air. Ghosting: mean of the air at both image edges along
/// phase encoding minus that at the two other edges, over twice the signal; a quarter of the side, without the corners, only voxels
/// below a quarter of the signal count as air. Unknown where the phase direction is not told, or where less than a third of an edge is
/// air (the body fills the image), or where the air was masked to zero.
/// Source: percent signal ghosting of the American College of Radiology, MRI Quality Control Manual 2015, applied to patients.
ArtefactLevel artefact_level(const imaging::Volume& image, PhaseDirection phase);
}  // namespace nadir::measure
