#include "segmentation/radial/cheapest_labels.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace nadir::segmentation
{
namespace
{
constexpr int rounds = 20;
constexpr double damping = 0.5;

/// Messages run both ways along each pair: 2 p from a to b, 2 p + 1 back.
class Propagation
{
public:
  explicit Propagation(const LabelProblem& problem)
      : problem_(problem), labels_(problem.positions.size()), messages_(2 * problem.pairs.size() * labels_, 0.0), beliefs_(problem.costs)
  {
  }

  std::vector<std::size_t> run()
  {
    for (int round = 0; round < rounds; ++round) exchange(round == 0 ? 1.0 : damping);
    std::vector<std::size_t> chosen;
    for (auto node = beliefs_.begin(); node != beliefs_.end(); node += static_cast<std::ptrdiff_t>(labels_))
      chosen.push_back(static_cast<std::size_t>(std::min_element(node, node + static_cast<std::ptrdiff_t>(labels_)) - node));
    return chosen;
  }

private:
  void exchange(double share)
  {
    std::vector<double> next(messages_.size());
    for (std::size_t p = 0; p < problem_.pairs.size(); ++p)
    {
      const auto [a, b] = problem_.pairs[p];
      send(next, {a, 2 * p, 2 * p + 1, problem_.weights[p]});
      send(next, {b, 2 * p + 1, 2 * p, problem_.weights[p]});
    }
    for (std::size_t n = 0; n < messages_.size(); ++n) messages_[n] += share * (next[n] - messages_[n]);
    gather();
  }

  struct Way
  {
    std::size_t from;
    std::size_t message;
    std::size_t back;
    double weight;
  };

  /// What the sender would cost for each label of the receiver; what the receiver has told it is left out.
  void send(std::vector<double>& next, const Way& way) const
  {
    std::vector<double> own(labels_);
    for (std::size_t l = 0; l < labels_; ++l) own[l] = beliefs_[way.from * labels_ + l] - messages_[way.back * labels_ + l];
    const auto told = problem_.difference == Difference::Square ? by_square(own, way.weight) : by_length(std::move(own), way.weight);
    const double least = *std::min_element(told.begin(), told.end());
    for (std::size_t to = 0; to < labels_; ++to) next[way.message * labels_ + to] = told[to] - least;
  }

  std::vector<double> by_square(const std::vector<double>& own, double weight) const
  {
    std::vector<double> told(labels_, std::numeric_limits<double>::max());
    for (std::size_t to = 0; to < labels_; ++to)
      for (std::size_t l = 0; l < labels_; ++l)
      {
        const double step = problem_.positions[l] - problem_.positions[to];
        told[to] = std::min(told[to], own[l] + weight * step * step);
      }
    return told;
  }

  /// Once up and once down the line.
  std::vector<double> by_length(std::vector<double> told, double weight) const
  {
    const double most = *std::min_element(told.begin(), told.end()) + problem_.most;
    const auto step = [&](std::size_t l) { return weight * (problem_.positions[l + 1] - problem_.positions[l]); };
    for (std::size_t l = 0; l + 1 < labels_; ++l) told[l + 1] = std::min(told[l + 1], told[l] + step(l));
    for (std::size_t l = labels_ - 1; l-- > 0;) told[l] = std::min(told[l], told[l + 1] + step(l));
    for (double& cost : told) cost = std::min(cost, most);
    return told;
  }

  void gather()
  {
    beliefs_ = problem_.costs;
    for (std::size_t p = 0; p < problem_.pairs.size(); ++p)
      for (std::size_t l = 0; l < labels_; ++l)
      {
        beliefs_[problem_.pairs[p].b * labels_ + l] += messages_[2 * p * labels_ + l];
        beliefs_[problem_.pairs[p].a * labels_ + l] += messages_[(2 * p + 1) * labels_ + l];
      }
  }

  const LabelProblem& problem_;
  std::size_t labels_;
  std::vector<double> messages_;
  std::vector<double> beliefs_;  ///< cost of each node and label, all messages counted in
};
}  // namespace

std::vector<std::size_t> cheapest_labels(const LabelProblem& problem) { return Propagation(problem).run(); }
}  // namespace nadir::segmentation
