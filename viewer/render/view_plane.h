#pragma once

#include "imaging/geometry/anatomical_plane.h"
#include "imaging/geometry/image_geometry.h"

namespace nadir::viewer
{
/// How a view looks at the patient: unit vectors in LPS along screen right and screen down, at right angles.
///
/// Convention: radiological. Axial is seen from the feet (the patient's right on screen left, front on top), coronal from the front,
/// sagittal from the left (front on screen left, head on top). into() points away from the reader, into the screen.
struct ViewPlane
{
  PatientVector right{1, 0, 0};
  PatientVector down{0, 1, 0};

  PatientVector into() const { return cross(right, down); }
  bool operator==(const ViewPlane&) const = default;
};

/// The standard view of a body plane.
ViewPlane radiological_plane(AnatomicalPlane plane);

/// The acquired plane of an image, turned by quarter turns and seen from the side that comes closest to the standard view, so that every
/// patient position hangs the same way. Its axes are grid axes i and j, perhaps reversed or exchanged: no pixel is interpolated across.
ViewPlane acquired_plane(const ImageGeometry& geometry);

/// The plane turned about an axis of its own screen: `degrees` right-handed about `right` (first) and about `down` (second).
ViewPlane tilted(const ViewPlane& plane, double degrees_about_right, double degrees_about_down);

/// True when the two planes have the same normal, either side, within `degrees`.
bool are_parallel(const ViewPlane& a, const ViewPlane& b, double degrees = 1.0);
}  // namespace nadir::viewer
