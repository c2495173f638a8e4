#pragma once

#include <optional>
#include <string>
#include <vector>

#include "segmentation/agreement/overlap.h"
#include "segmentation/agreement/surface_distances.h"

namespace nadir::cli
{
/// How two masks of one lesion compare.
struct LabelAgreement
{
  int label = 1;
  std::string name;
  segmentation::Overlap overlap;
  std::optional<segmentation::SurfaceDistances> distances;  ///< absent when a mask is empty
  std::vector<std::string> notes;
};

std::string agreement_json(const std::vector<LabelAgreement>& labels);
std::string agreement_text(const std::vector<LabelAgreement>& labels);
}  // namespace nadir::cli
