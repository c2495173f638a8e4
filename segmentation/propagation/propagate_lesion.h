#pragma once

#include <span>
#include <string>
#include <vector>

#include "imaging/registration/transform_file.h"
#include "imaging/result/result.h"
#include "imaging/volume/volume.h"
#include "segmentation/mask/mask.h"
#include "segmentation/propagation/adapt_lesion.h"
#include "segmentation/propagation/compared_series.h"
#include "segmentation/propagation/propagation_error.h"

namespace nadir::segmentation
{
enum class LesionFate
{
  Present,  ///< found on the follow-up
  Gone,     ///< where it lay, the follow-up shows tissue like its surroundings: an answer, to be confirmed by a reader
};

/// A baseline lesion on the follow-up.
struct PropagatedLesion
{
  Mask mask;     ///< on the follow-up's grid, adapted to growth or shrinkage; empty when gone
  Mask carried;  ///< the baseline lesion through the transform alone: where it was looked for; never the answer
  LesionFate fate = LesionFate::Present;
  double baseline_ml = 0.0;
  double follow_up_ml = 0.0;
  std::string explanation;            ///< why, in words
  std::vector<std::string> warnings;  ///< what must be shown beside the result
};

/// The two dates.
struct DatedImages
{
  const imaging::Volume& baseline;
  const imaging::Volume& follow_up;
  Weighting weighting = Weighting::Unknown;
};

/// Looks for a baseline lesion on the follow-up: carried over by the transform, then fitted to what the follow-up shows (`adapted`), so
/// that growth, shrinkage and disappearance are found. `lesion`: on any grid, in the frame of the baseline. Both images should be of the
/// same kind (sequence, plane). `witnesses`: other kinds of image of both dates, each in the patient frame (LPS, mm) of the first of its
/// date, on any grid; they have their say where they show the place (`witness_of`), and a warning counts those that do not. Deterministic
/// whatever the number of threads. Failures: PropagationError.
Result<PropagatedLesion> propagate_lesion(const DatedImages& images, const Mask& lesion,
                                          const imaging::SavedTransform& baseline_to_follow_up, std::span<const DatedImages> witnesses = {},
                                          const AdaptConfig& config = {});
}  // namespace nadir::segmentation
