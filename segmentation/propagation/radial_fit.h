#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/propagation/compared_series.h"
#include "segmentation/propagation/depth_values.h"

namespace nadir::segmentation
{
/// Log odds of all that is inside from which something speaks plainly for a lesion.
inline constexpr double told_evidence = 40.0;

/// A lesion seen from its middle: in each direction one border.
struct RadialFit
{
  std::vector<std::uint8_t> inside;  ///< one byte a voxel of the block
  InsideSince since = InsideSince::AsBefore;
  double evidence = 0.0;            ///< log odds of all that is inside, lesion against none; below 0 nothing speaks for a lesion
  double carried_evidence = 0.0;    ///< the same of what lies within the carried border
  double unchanged_evidence = 0.0;  ///< what it would be had nothing changed: how well a lesion would show at all
  double strange_share = 0.0;       ///< of the carried lesion's inside: neither what lies beside nor what lies around it, over 3 mm
  double rim_share = 0.0;           ///< share of the directions in which the outer 3 mm speak for a lesion
  double plain_rim_share = 0.0;     ///< the same plainly: by log odds of 1 a sample
  double shape_agreement = 0.0;     ///< Dice of the carried lesion and what is left of its shape when it is seen in this way
};

/// The carried lesion shrunk or grown by a factor for each direction from its middle, neighbouring factors alike: the factors for which the
/// values on the way are likeliest (`RayOdds`). Since the whole way and its neighbours decide, the border is found where a voxel alone says
/// little: at low contrast, around a dead core. Tried with an inside as at baseline and with one that may have died (`InsideSince`): the
/// likelier one counts. Where neither speaks for a lesion, a plain rim that is closed all around does (`InsideSince::Enclosed`). What all
/// kinds of image say is added up. Detail finer than 15 degrees is lost. Star-shaped surfaces by labels on rays: after Li, Wu, Chen, Sonka,
/// IEEE Trans Pattern Anal Mach Intell 2006;28:119. Deterministic.
RadialFit radial_fit(const ComparedDates& dates);
}  // namespace nadir::segmentation
