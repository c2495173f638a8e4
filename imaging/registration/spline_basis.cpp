#include "imaging/registration/spline_basis.h"

#include <algorithm>

#include "imaging/registration/fixed_chunks.h"

namespace nadir::imaging
{
namespace
{
std::size_t as_size(int n) { return static_cast<std::size_t>(n); }

void add_scaled(const float* source, float weight, float* target, std::size_t count)
{
  for (std::size_t n = 0; n < count; ++n) target[n] += weight * source[n];
}
}  // namespace

SplineBasis::Taps SplineBasis::taps_of(const Axis& axis)
{
  Taps taps(as_size(axis.count));
  for (int n = 0; n < axis.count; ++n)
  {
    const auto weights = spline_weights(axis.first + n * axis.step);
    for (std::size_t m = 0; m < 4; ++m)
    {
      taps[as_size(n)].control[m] = as_size(std::clamp(weights.first + static_cast<int>(m), 0, axis.controls - 1));
      taps[as_size(n)].weight[m] = static_cast<float>(weights.weights[m]);
    }
  }
  return taps;
}

SplineBasis::SplineBasis(const Axis& i, const Axis& j, const Axis& k)
    : i_(taps_of(i)), j_(taps_of(j)), k_(taps_of(k)), controls_{i.controls, j.controls, k.controls}, points_{i.count, j.count, k.count}
{
}

std::vector<float> SplineBasis::expanded(const std::vector<float>& controls) const
{
  const std::size_t ci = as_size(controls_.i), cj = as_size(controls_.j), ck = as_size(controls_.k);
  const std::size_t ni = as_size(points_.i), nj = as_size(points_.j), nk = as_size(points_.k);
  std::vector<float> rows(ni * cj * ck, 0.0F), planes(ni * nj * ck, 0.0F), result(ni * nj * nk, 0.0F);
  for (std::size_t row = 0; row < cj * ck; ++row)
    for (std::size_t n = 0; n < ni; ++n)
      for (std::size_t m = 0; m < 4; ++m) rows[row * ni + n] += i_[n].weight[m] * controls[row * ci + i_[n].control[m]];
  for (std::size_t k = 0; k < ck; ++k)
    for (std::size_t n = 0; n < nj; ++n)
      for (std::size_t m = 0; m < 4; ++m)
        add_scaled(&rows[(k * cj + j_[n].control[m]) * ni], j_[n].weight[m], &planes[(k * nj + n) * ni], ni);
  const std::size_t slice = ni * nj;
  for_fixed_chunks(nk,
                   [&](const Chunk& chunk)
                   {
                     for (std::size_t n = chunk.first; n < chunk.last; ++n)
                       for (std::size_t m = 0; m < 4; ++m)
                         add_scaled(&planes[k_[n].control[m] * slice], k_[n].weight[m], &result[n * slice], slice);
                   });
  return result;
}

std::vector<float> SplineBasis::gathered(const std::vector<float>& values) const
{
  const std::size_t ci = as_size(controls_.i), cj = as_size(controls_.j), ck = as_size(controls_.k);
  const std::size_t ni = as_size(points_.i), nj = as_size(points_.j), nk = as_size(points_.k), slice = ni * nj;
  std::vector<float> planes(slice * ck, 0.0F), rows(ni * cj * ck, 0.0F), result(ci * cj * ck, 0.0F);
  // Chunks are rows of all slices, so that every sum has one owner and one order.
  for_fixed_chunks(nj,
                   [&](const Chunk& chunk)
                   {
                     const std::size_t first = chunk.first * ni, count = (chunk.last - chunk.first) * ni;
                     for (std::size_t n = 0; n < nk; ++n)
                       for (std::size_t m = 0; m < 4; ++m)
                         add_scaled(&values[n * slice + first], k_[n].weight[m], &planes[k_[n].control[m] * slice + first], count);
                   });
  for (std::size_t k = 0; k < ck; ++k)
    for (std::size_t n = 0; n < nj; ++n)
      for (std::size_t m = 0; m < 4; ++m)
        add_scaled(&planes[(k * nj + n) * ni], j_[n].weight[m], &rows[(k * cj + j_[n].control[m]) * ni], ni);
  for (std::size_t row = 0; row < cj * ck; ++row)
    for (std::size_t n = 0; n < ni; ++n)
      for (std::size_t m = 0; m < 4; ++m) result[row * ci + i_[n].control[m]] += i_[n].weight[m] * rows[row * ni + n];
  return result;
}
}  // namespace nadir::imaging
