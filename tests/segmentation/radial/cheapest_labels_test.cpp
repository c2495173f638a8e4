// Truth: all labellings tried one by one.
#include "segmentation/radial/cheapest_labels.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t nodes = 5, labels = 4;

/// A chain of nodes with costs that belong to no order.
LabelProblem chain(double weight)
{
  LabelProblem problem;
  for (std::size_t l = 0; l < labels; ++l) problem.positions.push_back(0.5 * static_cast<double>(l));
  for (std::size_t n = 0; n < nodes * labels; ++n) problem.costs.push_back(3.0 + 3.0 * std::sin(12.9898 * static_cast<double>(n + 1)));
  for (std::size_t n = 0; n + 1 < nodes; ++n) problem.pairs.push_back({n, n + 1}), problem.weights.push_back(weight);
  return problem;
}

double cost_of(const LabelProblem& problem, const std::vector<std::size_t>& chosen)
{
  double cost = 0.0;
  for (std::size_t n = 0; n < nodes; ++n) cost += problem.costs[n * labels + chosen[n]];
  for (std::size_t p = 0; p < problem.pairs.size(); ++p)
  {
    const double step = problem.positions[chosen[problem.pairs[p].a]] - problem.positions[chosen[problem.pairs[p].b]];
    cost += problem.difference == Difference::Square ? problem.weights[p] * step * step
                                                     : std::min(problem.weights[p] * std::abs(step), problem.most);
  }
  return cost;
}

double least_cost(const LabelProblem& problem)
{
  double least = 1e9;
  for (std::size_t code = 0; code < 1024; ++code)  // labels to the power of nodes
  {
    std::vector<std::size_t> chosen;
    for (std::size_t rest = code, n = 0; n < nodes; ++n, rest /= labels) chosen.push_back(rest % labels);
    least = std::min(least, cost_of(problem, chosen));
  }
  return least;
}

TEST(CheapestLabels, AreTheCheapestOnAChain)
{
  for (const double weight : {0.0, 0.3, 2.0, 20.0})
  {
    const auto problem = chain(weight);
    EXPECT_NEAR(cost_of(problem, cheapest_labels(problem)), least_cost(problem), 1e-9) << weight;
  }
}

TEST(CheapestLabels, AreTheCheapestWhereStepsCostByTheirLengthUpToALimit)
{
  for (const double weight : {0.0, 0.3, 2.0, 20.0})
    for (const double most : {0.2, 1.0, 100.0})
    {
      auto problem = chain(weight);
      problem.difference = Difference::Length, problem.most = most;
      EXPECT_NEAR(cost_of(problem, cheapest_labels(problem)), least_cost(problem), 1e-9) << weight << " " << most;
    }
}

TEST(CheapestLabels, AreAlikeWhereNeighboursMustAgree)
{
  EXPECT_THAT(cheapest_labels(chain(1e6)), ::testing::Each(cheapest_labels(chain(1e6)).front()));
}
}  // namespace
}  // namespace nadir::segmentation
