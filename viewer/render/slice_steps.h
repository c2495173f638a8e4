#pragma once

#include "imaging/geometry/image_geometry.h"
#include "viewer/render/view_plane.h"

namespace nadir::viewer
{
/// True when the plane is the acquired one of this grid: slices are shown as they were acquired, and gaps stay gaps.
bool is_acquired(const ViewPlane& plane, const ImageGeometry& geometry);

/// The slice (k) that lies closest to a point, kept within the grid.
int nearest_slice(const ImageGeometry& geometry, PatientPoint point);

/// The point moved along the grid's k axis into the middle of slice k.
PatientPoint moved_to_slice(const ImageGeometry& geometry, PatientPoint point, int k);

/// How far one step of the wheel goes in this plane, mm: from slice to slice in the acquired plane, else the extent of a voxel along the
/// normal, at least 0.1 mm.
double scroll_step(const ViewPlane& plane, const ImageGeometry& geometry);

/// The point moved `steps` along the plane's normal, away from the reader for positive steps. In the acquired plane the result lies in
/// the middle of a slice; it never leaves the grid.
PatientPoint scrolled(const ViewPlane& plane, const ImageGeometry& geometry, PatientPoint centre, int steps);
}  // namespace nadir::viewer
