#pragma once

#include <filesystem>

#include "imaging/result/result.h"

namespace nadir::phantom
{
/// Size of a series for timing a loader.
struct BenchmarkSize
{
  int slices = 1000;
  int matrix = 512;  ///< rows and columns
  int threads = 0;   ///< 0 = as many as the machine has processors
};

/// Writes one classic, uncompressed 16-bit MR series into `folder`: axial, 0.5 mm pixels, 1 mm steps. The content is a shaded disc with
/// noise, quick to make and as hard to compress as a real image. Failure: PhantomError::CannotWrite.
Result<Done> write_benchmark_series(const BenchmarkSize& size, const std::filesystem::path& folder);
}  // namespace nadir::phantom
