#pragma once

#include "segmentation/mask/contour_stack.h"

namespace nadir::segmentation
{
/// Vector area of a closed polygon: points along its normal (right-hand rule), length = area in mm2. Newell's method.
PatientVector vector_area(const Contour& contour);

/// The contour without points that repeat the one before, and without a last point that repeats the first.
Contour without_repeats(const Contour& contour);

/// Largest distance of a point from the plane through the contour's centroid with this unit normal, mm.
double flatness(const Contour& contour, PatientVector normal);

/// Mean position along the unit normal, mm.
double offset_along(const Contour& contour, PatientVector normal);

/// True when two edges cross in their inside; touching and overlapping edges (keyholes) do not count.
/// Quadratic: contours of more than 2,000 points are not examined and give false.
bool crosses_itself(const Contour& contour, PatientVector normal);

/// True when an edge of one crosses an edge of the other. The same limit holds.
bool cross_each_other(const Contour& a, const Contour& b, PatientVector normal);
}  // namespace nadir::segmentation
