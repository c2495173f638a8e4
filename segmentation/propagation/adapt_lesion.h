#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/propagation/expected_values.h"
#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
struct AdaptConfig
{
  double doubt = 4.0;         ///< mm; how far the border may lie from the carried one before that itself speaks against it
  double most_doubt = 3.0;    ///< log odds; what the place alone can say at most
  double most_support = 0.7;  ///< log odds; what lying within the carried border can say for it at most
  double border_cost = 3.0;   ///< mm; log odds a border costs per voxel of this length, where the image is flat
  int rounds = 3;             ///< of cutting and learning the lesion's values anew
};

/// What was found on the follow-up, before it is decided whether the lesion is there at all.
struct AdaptedLesion
{
  std::vector<std::uint8_t> inside;  ///< one byte a voxel of the block
  double evidence = 0.0;             ///< mean log odds of the values inside, lesion (as at baseline) against surroundings
  double commonness = 0.0;           ///< mean log of how often the values inside occur in the surroundings, 0: as often as any value
  double carried_evidence = 0.0;     ///< as evidence, over the inside of the carried lesion
  double kept_share = 0.0;           ///< share of the carried lesion that is still inside
  double agreement = 1.0;            ///< correlation of both dates in the surroundings
};

/// Fits the carried lesion to what the follow-up shows: values of the lesion (from the baseline, then from the follow-up itself) against
/// what the baseline leads to expect at each place, the distance to the carried border, and edges; solved by relaxed_cut.
AdaptedLesion adapted(const FollowUpBlock& block, const ExpectedValues& expected, const AdaptConfig& config = {});

/// A lesion found in another way, its border moved to the nearest change of values, hardly farther than a voxel. `inside`: one byte a voxel
/// of the block.
AdaptedLesion sharpened(const FollowUpBlock& block, const ExpectedValues& expected, std::vector<std::uint8_t> inside);

/// What speaks for a lesion that was found in another way. `inside`: one byte a voxel of the block.
AdaptedLesion described(const FollowUpBlock& block, const ExpectedValues& expected, std::vector<std::uint8_t> inside);
}  // namespace nadir::segmentation
