#pragma once

#include "imaging/geometry/patient_point.h"
#include "imaging/units/millimeters.h"
#include "viewer/render/view_plane.h"

namespace nadir::viewer
{
/// A place on the screen of one view, in device pixels from its upper left corner; the first pixel's centre is (0.5, 0.5).
struct ViewPoint
{
  double x = 0.0;
  double y = 0.0;

  bool operator==(const ViewPoint&) const = default;
};

/// Size of a view in device pixels.
struct ViewSize
{
  int width = 0;
  int height = 0;

  bool operator==(const ViewSize&) const = default;
};

/// The part of a plane in the patient that one view shows. A value; frame LPS, mm. Device pixels are square, so lengths on the screen are
/// true whatever the spacing of the image's pixels is.
struct SliceView
{
  ViewPlane plane;
  PatientPoint centre;        ///< what lies in the middle of the view
  double mm_per_pixel = 1.0;  ///< of a device pixel; > 0
  ViewSize size;

  /// The patient point shown at a place of the view: always a point of the plane.
  PatientPoint to_patient(ViewPoint place) const;
  /// Where a patient point is seen: its perpendicular foot on the plane.
  ViewPoint to_view(PatientPoint point) const;
  /// How far behind the plane a point lies (negative: in front of it), mm.
  double depth_of(PatientPoint point) const;

  bool operator==(const SliceView&) const = default;
};

/// The view moved so that what was seen at `from` is seen at `to`.
SliceView panned(SliceView view, ViewPoint from, ViewPoint to);
/// The view enlarged by `factor` about a place that stays where it is.
SliceView zoomed(SliceView view, double factor, ViewPoint fixed);
/// The view with the whole grid in it: centred, and as large as fits.
SliceView fitted(SliceView view, const ImageGeometry& geometry);
}  // namespace nadir::viewer
