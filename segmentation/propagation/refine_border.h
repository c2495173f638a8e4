#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::segmentation
{
/// What is known besides the image, one value a voxel: log odds for lying inside, and how much the image may say (0 to 1).
struct BorderHints
{
  const std::vector<float>& odds;
  const std::vector<float>& image_weight;
};

struct BorderConfig
{
  double window = 4.0;     ///< mm; how far around a voxel both sides are averaged
  double band = 4.0;       ///< mm; how far the border may move in one round
  double deviation = 1.0;  ///< of the values: noise, and what differs between dates
  double border_cost = 1.0;
  int rounds = 5;
};

/// Moves the border of a region to where the values change from those just inside to those just outside, each averaged nearby, the inside
/// no deeper than the window (local region terms: Lankton and
/// Tannenbaum, IEEE Trans Image Process 2008;17:2029), so that shading and dead tissue far from the border do not matter. Holes within
/// slices are filled. One byte a voxel.
std::vector<std::uint8_t> refined_border(const imaging::FloatImage& image, std::vector<std::uint8_t> inside, const BorderHints& hints,
                                         const BorderConfig& config);

/// How far the values differ across the border, averaged along it: |mean just inside - mean just outside|, each within 2.5 mm; 0 without a
/// border.
double border_contrast(const imaging::FloatImage& image, const std::vector<std::uint8_t>& inside);

/// Share of the border across which the values differ by less than `least`, each side averaged within 2.5 mm; 0 without a border.
double unseen_share(const imaging::FloatImage& image, const std::vector<std::uint8_t>& inside, double least);
}  // namespace nadir::segmentation
