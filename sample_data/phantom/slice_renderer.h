#pragma once

#include <cstdint>
#include <string>
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

/// What the anatomy and the receive coil give for one slice, before any sequence: row by row, one entry a voxel.
struct SliceContent
{
  int k = 0;
  std::vector<TissueMix> tissue;
  std::vector<float> gain;  ///< coil shading
};

/// Samples slice k. Voxels with one tissue around them are sampled at three depths, the others at twelve points, so that
/// boundaries show partial volume. The coil's two elements lie in front of and behind the limb around `coil_centre` (LPS, mm).
SliceContent sample_slice(const Scene& scene, const Acquisition& acquisition, PatientPoint coil_centre, int k);

/// Names the noise of one series.
struct NoiseStream
{
  std::uint64_t seed = 1;
  std::string name{};
};

/// Stored pixels of a slice, 0 to 4095: signal times coil shading, fat displaced by the chemical shift, and Rician noise (magnitude of
/// two noisy channels).
std::vector<std::uint16_t> pixels_of_slice(const SliceContent& content, GridSize size, const PulseSequence& sequence,
                                           const NoiseStream& noise);
}  // namespace nadir::phantom
