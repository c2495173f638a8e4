#pragma once

#include "sample_data/phantom/lobulated_ellipsoid.h"
#include "sample_data/phantom/mr_series.h"

namespace nadir::phantom
{
/// Outline of the section of a body with a plane: points on the exact surface, evenly spread by angle, starting at one end of the longest
/// diameter; empty when the plane misses the body. `points` is even and at least 4 (contract). LPS, mm.
std::vector<PatientPoint> outline(const LobulatedEllipsoid& body, const Plane& plane, int points);

/// Writes a body as one ROI of an RT Structure Set: a closed contour on the middle plane of every slice of `source` that meets it.
Result<Done> write_structure_set(const std::filesystem::path& path, const MrSeries& source, const LobulatedEllipsoid& body,
                                 const std::string& name);
}  // namespace nadir::phantom
