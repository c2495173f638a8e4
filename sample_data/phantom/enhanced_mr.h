#pragma once

#include <vector>

#include "sample_data/phantom/mr_series.h"

namespace nadir::phantom
{
/// Writes a whole series as one Enhanced MR Image object, one frame a slice. `slices[k]` holds the pixels of slice k.
/// Only for sequences without diffusion weighting and without contrast agent (contract).
Result<Done> write_enhanced_mr(const std::filesystem::path& path, const MrSeries& series,
                               const std::vector<std::vector<std::uint16_t>>& slices);
}  // namespace nadir::phantom
