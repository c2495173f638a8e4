#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// Neighbouring slices that are neighbouring frames of one file, so that they are read in one go.
struct SliceRun
{
  std::size_t first = 0;  ///< index into the slices
  std::size_t count = 1;
};

/// Cuts slices into runs, none of more than `most_slices` (so that several threads share one large file).
std::vector<SliceRun> runs_of(std::span<const SliceSource> slices, std::size_t most_slices);
}  // namespace nadir::imaging
