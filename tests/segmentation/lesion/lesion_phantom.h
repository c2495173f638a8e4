#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "segmentation/lesion/segment_lesion.h"

namespace nadir::testing
{
/// An ellipsoid of its own brightness in a block of tissue with noise; the truth in closed form. Frame: LPS, mm.
struct LesionPhantom
{
  std::shared_ptr<const imaging::Volume> image;
  segmentation::Mask truth;
  segmentation::LesionPrompt axes;  ///< the true long and short axis of the middle slice
  segmentation::PromptLine extent;  ///< middles of the true first and last slice
  PatientPoint center;
};

struct PhantomSpec
{
  std::array<double, 3> half_axes{24.0, 16.0, 24.0};  ///< mm along i, j, k
  VoxelSpacing spacing{1.0, 1.0, 4.0};
  double lesion = 400.0;
  double tissue = 200.0;
  double noise = 12.0;  ///< standard deviation
  double turn = 0.0;    ///< radians the grid is turned about S in the patient
  std::uint32_t seed = 1;
};

LesionPhantom lesion_phantom(const PhantomSpec& spec = {});

/// 2 |A and B| / (|A| + |B|)
double dice_of(const segmentation::Mask& a, const segmentation::Mask& b);
}  // namespace nadir::testing
