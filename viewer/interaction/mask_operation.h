#pragma once

#include <QtCore/QString>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/units/milliliters.h"
#include "imaging/units/millimeters.h"
#include "viewer/model/reading_model.h"
#include "viewer/render/display_window.h"

namespace nadir::viewer
{
/// Edits of the whole lesion at hand.
enum class MaskOperation
{
  FillBetweenSlices,
  FillHoles,
  FillHolesInSlices,
  Smooth,
  KeepLargest,
  RemoveSmall,
  Grow,
  Shrink,
};
const std::vector<MaskOperation>& all_operations();
/// Name that stays: "segment.smooth".
QString name_of(MaskOperation operation);
/// Sizes of the operations, chosen by the reader.
struct OperationSizes
{
  Millimeters smoothing{1.5};
  Millimeters margin{2.0};
  Milliliters smallest_island{0.1};
};

/// What a reader calls it, translated, with its size.
QString title_of(MaskOperation operation, const OperationSizes& sizes);

/// Failures: those of segmentation/edit.
Result<segmentation::Mask> operate(MaskOperation operation, const segmentation::Mask& mask, const OperationSizes& sizes);

/// The voxels whose value is seen as neither black nor white in a window. Failure: GridMismatch.
Result<segmentation::Mask> within_window(const segmentation::Mask& mask, const imaging::Volume& image, const DisplayWindow& window);
}  // namespace nadir::viewer
