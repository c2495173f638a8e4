#pragma once

#include <cstdint>
#include <vector>

#include "imaging/geometry/image_geometry.h"
#include "sample_data/phantom/pulse_sequence.h"
#include "sample_data/phantom/scene.h"

namespace nadir::phantom
{
/// One stack of slices to acquire: grid of voxel centres (LPS, mm) and slice thickness; the rest of the slice spacing is gap.
struct Acquisition
{
  ImageGeometry grid;
  double slice_thickness = 5.0;
};

/// Tissue parts of each voxel of slice k, row by row. Voxels with one tissue around them are sampled twice through the slice,
/// the others at 2 x 2 x 3 points, so that boundaries show partial volume.
std::vector<TissueMix> tissue_of_slice(const Scene& scene, const Acquisition& acquisition, int k);

/// Where the receive coil sits, patient LPS mm: the signal falls off away from its two elements, in front of and behind the limb.
struct Coil
{
  PatientPoint centre;
};

/// Noise stream and coil of one series.
struct Receiver
{
  Coil coil;
  std::uint64_t seed = 1;
  std::string stream;   ///< names the noise: series and b-value
};

/// Stored pixels of slice k, 0 to 4095: signal times coil shading, with Rician noise (magnitude of two noisy channels).
std::vector<std::uint16_t> pixels_of_slice(const std::vector<TissueMix>& tissue, const Acquisition& acquisition, const PulseSequence& sequence,
                                           const Receiver& receiver, int k);
}  // namespace nadir::phantom
