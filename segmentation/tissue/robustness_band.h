#pragma once

#include <array>
#include <string>
#include <vector>

#include "segmentation/tissue/potts_labels.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::segmentation
{
/// Fraction of each class within a contour, 0 to 1.
using ClassFractions = std::array<double, tissue_class_count>;

/// One way of moving something, and the fractions it gives.
struct ShiftedFractions
{
  std::string shift;
  ClassFractions fractions{};
};

/// Labels under levels moved one way and the other.
struct ThresholdLabels
{
  ClassLabels towards_necrosis;
  ClassLabels towards_viable;
};

struct RobustnessBands
{
  std::array<FractionBand, tissue_class_count> bands{};
  std::vector<BandTrial> trials;
};

/// What indeterminate tissue at the contour may be.
enum class UndecidedContour
{
  Solid,    ///< without contrast all solid tissue is indeterminate
  Mixture,  ///< with it, dead tissue mixed with the surroundings looks so
};

/// How far each fraction moves with (i) the levels, (ii) the border between classes by half a voxel (and a living rim that thin,
/// which would not show around dead tissue; and by a whole one where indeterminate tissue at the contour touches dead tissue and is a
/// mixture), (iii) the lesion's contour by a half and one voxel in and out (in-plane voxels, measured in mm; half: the mean of none and
/// one). The largest movement of each kind, combined as root of squares. Limits 0 and 1.
RobustnessBands robustness_bands(const LesionVoxels& voxels, const ClassLabels& labels, const ThresholdLabels& moved,
                                 UndecidedContour contour = UndecidedContour::Solid);
}  // namespace nadir::segmentation
