#pragma once

#include <string>

#include "cli/tissue/tissue_inputs.h"
#include "segmentation/tissue/tissue_config.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::cli
{
/// Everything `nadir tissue` says about a lesion.
struct TissueReport
{
  const TissueInputs& inputs;
  const segmentation::TissueMap& map;
  const segmentation::TissueConfig& config;
  std::vector<std::string> registration;  ///< what was moved, in words
};

/// tissue.json, schema "nadir.tissue/1"; keys in cli/README.md.
std::string tissue_json(const TissueReport& report);

/// The same for people, a page at most.
std::string tissue_text(const TissueReport& report);
}  // namespace nadir::cli
