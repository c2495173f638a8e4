#pragma once

#include "viewer/model/reading_model.h"
#include "viewer/render/slice_view.h"

/// The geometry of calipers: which part of one is meant, and what becomes of it when that part is moved. Patient LPS, mm.
namespace nadir::viewer
{
enum class CaliperPart
{
  None,
  LongestFrom,
  LongestTo,
  ShortFrom,
  ShortTo,
  Whole,  ///< a line between its ends: all of it is moved
};

/// The part within `reach` device pixels of a place; ends before lines, the nearest first.
CaliperPart part_at(const reading::DrawnCaliper& caliper, const SliceView& view, ViewPoint place, double reach);

/// The caliper with an end moved to a point. The short axis stays perpendicular to the longest: it keeps its lengths to either side and its
/// share of the way when an end of the longest moves; when an end of its own moves, it slides along the longest with it. `normal`: of the
/// plane it lies in (unit). Part None or Whole: unchanged.
reading::DrawnCaliper with_end_at(const reading::DrawnCaliper& caliper, CaliperPart part, PatientPoint point, PatientVector normal);

/// All of it moved.
reading::DrawnCaliper moved_by(const reading::DrawnCaliper& caliper, PatientVector way);

/// The caliper with a short axis from the foot of one point on the longest to the height of another: where it is drawn, not longer.
reading::DrawnCaliper with_short_axis(const reading::DrawnCaliper& caliper, PatientPoint from, PatientPoint to, PatientVector normal);
}  // namespace nadir::viewer
