#pragma once

#include <QtCore/QMetaType>
#include <memory>
#include <optional>

#include "imaging/result/result.h"
#include "measure/assessment/timepoint_volumes.h"
#include "measure/lesion/stated_threshold.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/tissue_fit.h"
#include "segmentation/tissue/tissue_map.h"
#include "viewer/model/image_library.h"

namespace nadir::viewer
{
/// Whose tissue is to be told, on which series, and by which threshold where the reader set one.
struct TissueWish
{
  SeriesKey series;
  LesionId lesion;
  segmentation::Mask mask;
  std::optional<measure::StatedThreshold> threshold;
};

/// Voxels of living and dead tissue of a lesion, and what other thresholds can be tried with.
struct TissueOverlay
{
  SeriesKey series;
  LesionId lesion;
  std::shared_ptr<const segmentation::TissueMap> map;
  std::shared_ptr<const segmentation::TissueFit> fit;
};

/// Tells living from dead tissue, on the series of the wish, with whatever other series of its examination help. For a background thread.
/// Failures: MaskUnusable where no series can tell; TissueError; what loading says.
Result<TissueOverlay> tissue_overlay(const TissueWish& wish, const imaging::ImageStack& stack, measure::TimepointVolumes& volumes);
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::viewer::TissueOverlay)
