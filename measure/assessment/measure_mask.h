#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/timepoint_images.h"
#include "measure/size/lesion_size.h"

namespace nadir::measure
{
/// What became of one label of a mask file.
struct MeasuredLabel
{
  int label = 1;
  std::string name;
  Result<LesionSize> size;  ///< an empty label is a named failure, not a size of 0
};

/// Measures every label of a mask file. With images, each label is first put on the series it belongs to, and refused when this
/// must not be measured. Failures: what reading the mask says; IdentityQuestion when mask and images are not of one patient or do not
/// belong together, unless the question is in `confirmed`.
Result<std::vector<MeasuredLabel>> measure_mask(const std::filesystem::path& mask, const TimepointImages& images,
                                                const std::set<std::string>& confirmed = {});
}  // namespace nadir::measure
