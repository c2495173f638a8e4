#pragma once

#include <cstdio>

#include "segmentation/lesion/segment_with.h"
#include "segmentation/lesion/training/training_case.h"

namespace nadir::segmentation::lesion
{
/// One reader's prompt for one case.
struct CorrectedPrompt
{
  const TrainingCase& sample;
  LesionPrompt prompt;
  int number = 0;  ///< of the case
  int reader = 0;
  int corrections = 3;  ///< in a row
};

/// Appends samples of the corrections (train.py describes the format; truth: whether the cell is of the stroke's kind). The
/// models must not have seen the case: the errors of models that have are smaller than those a reader will meet. Without a model of
/// corrections one correction is all that can be asked for. A prompt that is refused writes nothing.
void dump_strokes(const CorrectedPrompt& corrected, const ModelSource& models, std::FILE* out);
}  // namespace nadir::segmentation::lesion
