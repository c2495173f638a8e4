#pragma once

#include <vector>

namespace nadir::measure
{
/// Variance of a volume summed over equidistant slices (Cavalieri's estimator), mm^6, when slices hit the lesion at random and
/// pixels its outline at random. Source: Gundersen & Jensen, J Microsc 1987;147:229-263 (constants 0.0724 and 1/240 for smooth
/// bodies); Gundersen et al., J Microsc 1999;193:199-211.
///
/// `areas` of consecutive slices, mm^2 (zero where the lesion is absent); `perimeters` of the same slices, mm;
/// `pixel_area` 0 for outlines that were not sampled on pixels. One or two slices tell nothing about the shape between them: then
/// both end slices are taken to be cut off anywhere within their spacing.
struct SlicedBody
{
  std::vector<double> areas;
  std::vector<double> perimeters;
  double spacing = 1.0;
  double pixel_area = 0.0;
};
double volume_variance(const SlicedBody& body);
}  // namespace nadir::measure
