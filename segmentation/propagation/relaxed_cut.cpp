#include "segmentation/propagation/relaxed_cut.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imaging/registration/fixed_chunks.h"

namespace nadir::segmentation
{
namespace
{
std::size_t as_size(int n) { return static_cast<std::size_t>(n); }

/// State of the primal-dual iteration.
class Relaxation
{
public:
  explicit Relaxation(const CutProblem& problem)
      : problem_(problem), size_(problem.grid.size()), row_(as_size(size_.i)), slice_(row_ * as_size(size_.j)), share_(problem.gain.size()),
        ahead_(problem.gain.size())
  {
    const auto& s = problem.grid.spacing();
    inverse_ = {static_cast<float>(1.0 / s.i), static_cast<float>(1.0 / s.j), static_cast<float>(1.0 / s.k)};
    // Steps for an operator of norm 4 (1/si^2 + 1/sj^2 + 1/sk^2).
    const float norm = std::sqrt(4.0F * (inverse_[0] * inverse_[0] + inverse_[1] * inverse_[1] + inverse_[2] * inverse_[2]));
    step_ = 0.95F / norm;
    for (auto& flow : flow_) flow.assign(problem.gain.size(), 0.0F);
    for (std::size_t n = 0; n < share_.size(); ++n) share_[n] = ahead_[n] = problem.gain[n] > 0.0F ? 1.0F : 0.0F;
  }

  void step()
  {
    imaging::for_fixed_chunks(as_size(size_.k),
                              [&](const imaging::Chunk& chunk) { for_rows(chunk, [&](int j, int k) { update_flow(j, k); }); });
    imaging::for_fixed_chunks(as_size(size_.k),
                              [&](const imaging::Chunk& chunk) { for_rows(chunk, [&](int j, int k) { update_share(j, k); }); });
  }

  std::vector<float> share() && { return std::move(share_); }

private:
  template <class Work> void for_rows(const imaging::Chunk& chunk, const Work& work) const
  {
    for (std::size_t k = chunk.first; k < chunk.last; ++k)
      for (int j = 0; j < size_.j; ++j) work(j, static_cast<int>(k));
  }

  /// The flow along each axis follows the slope of the share, at most as long as a border costs.
  void update_flow(int j, int k)
  {
    const std::size_t first = as_size(k) * slice_ + as_size(j) * row_;
    for (std::size_t i = 0; i < row_; ++i)
    {
      const std::size_t n = first + i;
      const float x = i + 1 < row_ ? (ahead_[n + 1] - ahead_[n]) * inverse_[0] : 0.0F;
      const float y = j + 1 < size_.j ? (ahead_[n + row_] - ahead_[n]) * inverse_[1] : 0.0F;
      const float z = k + 1 < size_.k ? (ahead_[n + slice_] - ahead_[n]) * inverse_[2] : 0.0F;
      const float a = flow_[0][n] + step_ * x, b = flow_[1][n] + step_ * y, c = flow_[2][n] + step_ * z;
      const float length = std::sqrt(a * a + b * b + c * c), most = problem_.cost[n];
      const float factor = length > most ? most / length : 1.0F;
      flow_[0][n] = a * factor;
      flow_[1][n] = b * factor;
      flow_[2][n] = c * factor;
    }
  }

  void update_share(int j, int k)
  {
    const std::size_t first = as_size(k) * slice_ + as_size(j) * row_;
    for (std::size_t i = 0; i < row_; ++i)
    {
      const std::size_t n = first + i;
      const float x = (i + 1 < row_ ? flow_[0][n] : 0.0F) - (i > 0 ? flow_[0][n - 1] : 0.0F);
      const float y = (j + 1 < size_.j ? flow_[1][n] : 0.0F) - (j > 0 ? flow_[1][n - row_] : 0.0F);
      const float z = (k + 1 < size_.k ? flow_[2][n] : 0.0F) - (k > 0 ? flow_[2][n - slice_] : 0.0F);
      const float out = x * inverse_[0] + y * inverse_[1] + z * inverse_[2];
      const float next = std::clamp(share_[n] + step_ * (out + problem_.gain[n]), 0.0F, 1.0F);
      ahead_[n] = 2.0F * next - share_[n];
      share_[n] = next;
    }
  }

  const CutProblem& problem_;
  GridSize size_;
  std::size_t row_;
  std::size_t slice_;
  std::vector<float> share_;
  std::vector<float> ahead_;
  std::array<std::vector<float>, 3> flow_;
  std::array<float, 3> inverse_{};
  float step_ = 0.1F;
};
}  // namespace

std::vector<float> relaxed_cut(const CutProblem& problem, int steps)
{
  Relaxation relaxation(problem);
  for (int n = 0; n < steps; ++n) relaxation.step();
  return std::move(relaxation).share();
}
}  // namespace nadir::segmentation
