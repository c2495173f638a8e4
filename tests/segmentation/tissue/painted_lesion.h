#pragma once

#include <memory>
#include <string_view>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
inline constexpr double muscle_signal = 500.0;

/// Signals of one kind of image as multiples of muscle.
struct Signals
{
  double fat = 0.45;
  double living = 1.9;
  double dead = 0.8;
  double muscle = muscle_signal;  ///< image value
  double bright = 0.0;            ///< of the living tissue on the left side of the lesion; 0: as the rest
  double noise = 0.05;            ///< standard deviation
  double texture = 0.0;           ///< how far living tissue differs from its level, as a part, smoothly
};

/// A limb whose fat begins `fat_from` mm from its axis and ends in the air at 66 mm; or a trunk: fat in front of and behind a slab of
/// muscle, and no air in view.
struct Body
{
  double fat_from = 56.0;
  bool is_trunk = false;
  double core = 0.75;  ///< dead part of the lesion
};

/// An image on the grid of a lesion.
std::shared_ptr<const imaging::Volume> painted(const PhantomLesion& lesion, const Body& body, const Signals& signals);

/// Dead part of the voxels of the lesion, %.
double dead_percent(const PhantomLesion& lesion);

bool warns_of(const segmentation::TissueMap& map, std::string_view words);
}  // namespace nadir::testing
