#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/result/result.h"
#include "measure/size/lesion_size.h"

namespace nadir::measure
{
/// What became of one label of a mask file.
struct MeasuredLabel
{
  int label = 1;
  std::string name;
  Result<LesionSize> size;   ///< an empty label is a named failure, not a size of 0
};

/// Measures every label of a mask file. With stacks, each label is first put on the images it belongs to, and refused when these
/// must not be measured. Failures: what reading the mask says.
Result<std::vector<MeasuredLabel>> measure_mask(const std::filesystem::path& mask, const std::vector<const imaging::ImageStack*>& stacks);
}  // namespace nadir::measure
