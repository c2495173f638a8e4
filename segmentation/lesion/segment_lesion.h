#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/volume.h"
#include "segmentation/lesion/lesion_error.h"
#include "segmentation/lesion/lesion_prompt.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
struct SegmentConfig
{
  int threads = 0;  ///< 0 = as many as the machine has processors; the result does not depend on it
};

/// A value with the interval that holds it in 95 of 100 lesions: the doubt of the images and of where the marks were set (prompt_doubt.h).
struct EstimatedValue
{
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
};

struct LesionState;  ///< what refine() needs to answer at once

/// A lesion found from a prompt.
struct SegmentedByPrompt
{
  Mask mask;                                           ///< on the grid of the first channel; empty: nothing found
  std::shared_ptr<const imaging::Volume> probability;  ///< 0..1 on a block of that grid around the lesion; 0 beyond it
  EstimatedValue volume_ml;
  EstimatedValue longest_diameter_mm;  ///< in the acquired slices, outline to outline
  EstimatedValue short_axis_mm;        ///< longest chord perpendicular to it, same slice
  int channel = 0;                     ///< index of the channel with the best contrast
  std::vector<std::string> warnings;
  std::shared_ptr<const LesionState> state;
};

/// 3D lesion from what a reader marked.
///
/// `channels`: images of one examination in one frame of reference, the first gives the result's grid, the others are brought to it
/// through patient coordinates (trilinear); they must outlive the call, and refine(), only through the shared pointers given here.
/// Same input, same mask, whatever the number of threads. Failures: LesionError. Method: README.md of this folder.
Result<SegmentedByPrompt> segment_lesion(const std::vector<std::shared_ptr<const imaging::Volume>>& channels, const LesionPrompt& prompt,
                                         const SegmentConfig& config = {});

/// The same lesion after further strokes. Strokes add up; the last one painted on a voxel decides it. Failures: LesionError.
Result<SegmentedByPrompt> refine(const SegmentedByPrompt& previous, const std::vector<Stroke>& strokes, const SegmentConfig& config = {});
}  // namespace nadir::segmentation
