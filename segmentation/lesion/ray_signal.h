#pragma once

#include <vector>

#include "imaging/volume/float_image.h"
#include "segmentation/lesion/lesion_prompt.h"
#include "segmentation/radial/sphere_directions.h"

namespace nadir::segmentation::lesion
{
/// An image along rays from the middle of a drawn longest diameter. Frame: patient LPS, lengths in mm. Where the image ends, values are
/// NaN.
///
/// A lesion reaches no farther than half its longest diameter from the middle of that diameter within the drawn slice, and not much farther
/// across the slices: rays are asked up to `most_reach`, and beyond for what surrounds the lesion.
class RaySignal
{
public:
  static constexpr double most_reach = 0.75;                       ///< of the line's length
  static constexpr double inner_window = 4.0, outer_window = 6.0;  ///< just within and just beyond a border

  RaySignal(const imaging::Volume& image, const PromptLine& line);

  PatientPoint middle() const { return middle_; }
  PatientVector normal() const { return normal_; }  ///< of the slices
  double length() const { return length_; }         ///< of the line
  double pixel() const { return pixel_; }
  double noise() const { return noise_; }          ///< standard deviation in the drawn slice
  double step() const { return step_; }            ///< along the rays
  int radii() const { return radii_; }             ///< how many places within reach; place n lies at (n + 1) steps
  int places() const { return radii_ + beyond_; }  ///< and beyond it
  double radius(int place) const { return (place + 1) * step_; }
  float value(std::size_t direction, int place) const
  {
    return values_[direction * static_cast<std::size_t>(places()) + static_cast<std::size_t>(place)];
  }

  /// Mean between two radii of any direction; NaN where the image ends.
  double mean_between(PatientVector direction, double from, double to) const;

  /// Values within both ends of the line, from `first` on, 3 mm deep.
  std::vector<float> within_ends(const PromptLine& line, double first) const;
  /// Values at depths (mm, negative beyond) below a border with a radius for each ray.
  std::vector<float> between(const std::vector<double>& radii, double from, double to) const;
  const std::vector<float>& surroundings() const { return surroundings_; }  ///< where no lesion of that length reaches

private:
  PatientPoint middle_;
  PatientVector normal_;
  double length_ = 0.0, pixel_ = 1.0, noise_ = 0.0, step_ = 1.0;
  int radii_ = 0, beyond_ = 0;
  imaging::FloatImage block_;  ///< around the middle
  std::vector<float> values_, surroundings_;
};

/// The directions of all rays, and others between them: what was chosen ray by ray is judged where no ray chose.
const SphereDirections& ray_directions();
const SphereDirections& check_directions();
}  // namespace nadir::segmentation::lesion
