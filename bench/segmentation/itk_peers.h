#pragma once

#include "bench/segmentation/peer_task.h"

namespace nadir::bench
{
/// itk::CurvatureFlowImageFilter (5 steps), then itk::ConfidenceConnectedImageFilter from all inner seeds (2.5 deviations, 4 iterations).
PeerAnswer confidence_connected(const PeerTask& task);

/// itk::GeodesicActiveContourLevelSetImageFilter on the sigmoid of the gradient (1 mm; middle at its median over the shell between the
/// seeds), started at 0.7 of the ellipsoid, at most 300 steps.
PeerAnswer geodesic_contour(const PeerTask& task);
}  // namespace nadir::bench
