#include "viewer/interaction/mask_operation.h"

#include <QtCore/QCoreApplication>

#include "segmentation/edit/add_margin.h"
#include "segmentation/edit/fill_between_slices.h"
#include "segmentation/edit/fill_holes.h"
#include "segmentation/edit/islands.h"
#include "segmentation/edit/smooth.h"
#include "segmentation/edit/threshold_within.h"
#include "viewer/interaction/screen_number.h"

namespace nadir::viewer
{
namespace
{
struct Words
{
  Q_DECLARE_TR_FUNCTIONS(MaskOperation)
};
}  // namespace

const std::vector<MaskOperation>& all_operations()
{
  static const std::vector<MaskOperation> operations{MaskOperation::FillBetweenSlices,
                                                     MaskOperation::FillHoles,
                                                     MaskOperation::FillHolesInSlices,
                                                     MaskOperation::Smooth,
                                                     MaskOperation::KeepLargest,
                                                     MaskOperation::RemoveSmall,
                                                     MaskOperation::Grow,
                                                     MaskOperation::Shrink};
  return operations;
}

QString name_of(MaskOperation operation)
{
  switch (operation)
  {
  case MaskOperation::FillBetweenSlices: return QStringLiteral("segment.fill-between");
  case MaskOperation::FillHoles: return QStringLiteral("segment.fill-holes");
  case MaskOperation::FillHolesInSlices: return QStringLiteral("segment.fill-slice-holes");
  case MaskOperation::Smooth: return QStringLiteral("segment.smooth");
  case MaskOperation::KeepLargest: return QStringLiteral("segment.keep-largest");
  case MaskOperation::RemoveSmall: return QStringLiteral("segment.remove-small");
  case MaskOperation::Grow: return QStringLiteral("segment.grow");
  case MaskOperation::Shrink: return QStringLiteral("segment.shrink");
  }
  return {};
}

QString title_of(MaskOperation operation, const OperationSizes& sizes)
{
  switch (operation)
  {
  case MaskOperation::FillBetweenSlices: return Words::tr("Fill between slices");
  case MaskOperation::FillHoles: return Words::tr("Fill holes");
  case MaskOperation::FillHolesInSlices: return Words::tr("Fill holes slice by slice");
  case MaskOperation::Smooth: return Words::tr("Smooth (%1)").arg(screen_length(sizes.smoothing));
  case MaskOperation::KeepLargest: return Words::tr("Keep the largest part");
  case MaskOperation::RemoveSmall: return Words::tr("Remove parts below %1 mL").arg(screen_number(sizes.smallest_island.value(), 1));
  case MaskOperation::Grow: return Words::tr("Grow by %1").arg(screen_length(sizes.margin));
  case MaskOperation::Shrink: return Words::tr("Shrink by %1").arg(screen_length(sizes.margin));
  }
  return {};
}

Result<segmentation::Mask> operate(MaskOperation operation, const segmentation::Mask& mask, const OperationSizes& sizes)
{
  switch (operation)
  {
  case MaskOperation::FillBetweenSlices: return segmentation::fill_between_slices(mask);
  case MaskOperation::FillHoles: return segmentation::fill_holes(mask, segmentation::HoleScope::Volume);
  case MaskOperation::FillHolesInSlices: return segmentation::fill_holes(mask, segmentation::HoleScope::Slice);
  case MaskOperation::Smooth: return segmentation::smooth(mask, sizes.smoothing);
  case MaskOperation::KeepLargest: return segmentation::keep_largest_island(mask);
  case MaskOperation::RemoveSmall: return segmentation::remove_small_islands(mask, sizes.smallest_island);
  case MaskOperation::Grow: return segmentation::add_margin(mask, sizes.margin);
  case MaskOperation::Shrink: return segmentation::add_margin(mask, -1.0 * sizes.margin);
  }
  return mask;
}

Result<segmentation::Mask> within_window(const segmentation::Mask& mask, const imaging::Volume& image, const DisplayWindow& window)
{
  return segmentation::threshold_within(mask, image, {window.low(), window.high()});
}
}  // namespace nadir::viewer
