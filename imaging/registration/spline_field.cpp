#include "imaging/registration/spline_field.h"

#include <algorithm>
#include <utility>

#include "imaging/registration/cubic_spline.h"
#include "imaging/result/expects.h"

namespace nadir::imaging
{
SplineField::SplineField(ImageGeometry lattice, std::vector<PatientVector> controls)
    : lattice_(std::move(lattice)), controls_(std::move(controls))
{
  NADIR_EXPECTS(controls_.size() == lattice_.size().voxels());
}

PatientVector SplineField::operator()(PatientPoint point) const
{
  const auto& size = lattice_.size();
  const auto place = lattice_.patient_to_voxel(point);
  const auto within = [](double p, int count) { return std::clamp(p, -4.0, count + 4.0); };
  const auto wi = spline_weights(within(place.i, size.i)), wj = spline_weights(within(place.j, size.j)),
             wk = spline_weights(within(place.k, size.k));
  PatientVector sum{};
  for (int c = 0; c < 4; ++c)
    for (int b = 0; b < 4; ++b)
    {
      const auto k = static_cast<std::size_t>(std::clamp(wk.first + c, 0, size.k - 1)),
                 j = static_cast<std::size_t>(std::clamp(wj.first + b, 0, size.j - 1));
      const std::size_t row = (k * static_cast<std::size_t>(size.j) + j) * static_cast<std::size_t>(size.i);
      const double weight = wk.weights[static_cast<std::size_t>(c)] * wj.weights[static_cast<std::size_t>(b)];
      for (int a = 0; a < 4; ++a)
        sum = sum + weight * wi.weights[static_cast<std::size_t>(a)] *
                        controls_[row + static_cast<std::size_t>(std::clamp(wi.first + a, 0, size.i - 1))];
    }
  return sum;
}
}  // namespace nadir::imaging
