#pragma once

#include <cstdio>

#include "segmentation/lesion/prompt_kind.h"
#include "segmentation/lesion/training/training_case.h"

namespace nadir::segmentation::lesion
{
/// What to write for the training script (train.py, which describes the format).
struct DumpConfig
{
  PromptKind kind = PromptKind::Axes;
  int seeds = 1;     ///< prompts a case; seed 0 is the careful reader's, all cells; the others are disturbed, some cells
  int cells = 4000;  ///< cells of a disturbed prompt
  int first_seed = 0;
};

/// Appends the samples of one case.
void dump_samples(const TrainingCase& sample, int number, const DumpConfig& config, std::FILE* out);

}  // namespace nadir::segmentation::lesion
