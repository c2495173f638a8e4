#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::bench
{
/// Where elastix takes points, and how long the registration took.
struct PeerResult
{
  std::vector<PatientPoint> moved;
  double seconds = 0.0;
};

/// Rigid, then cubic B-splines of 20 mm, both on Mattes' mutual information, two threads, by the programs `elastix` and `transformix` in
/// child processes (files in `folder`). Time: the whole elastix process, reading of its files included. nullopt when they are not installed
/// or fail.
std::optional<PeerResult> register_with_elastix(const imaging::FloatImage& fixed, const imaging::FloatImage& moving,
                                                const std::vector<PatientPoint>& points, const std::filesystem::path& folder);
}  // namespace nadir::bench
