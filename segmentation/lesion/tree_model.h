#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::segmentation::lesion
{
/// Boosted decision trees that turn features into log odds.
///
/// Text form (train.py writes it): "nadir-trees 1", "features" and their names, "base" and a number, then a line a tree: nodes in
/// depth-first order, a split as "<feature>:<threshold>" (values up to the threshold go to the first child), a leaf as "=<log odds>".
class TreeModel
{
public:
  /// Nothing when the text is no model.
  static std::optional<TreeModel> parse(std::string_view text);

  const std::vector<std::string>& features() const { return features_; }
  std::size_t trees() const { return roots_.size(); }
  /// Log odds for one value a feature, in the order of features().
  float log_odds(const float* values) const;

  static constexpr std::size_t run = 64;  ///< cells that are asked together
  using RunValues = std::array<float, run>;
  /// The same for a run of cells: one value a cell of each feature. Faster where the cells lie side by side and are much alike.
  RunValues log_odds_of_run(const std::vector<RunValues>& columns) const;

private:
  struct Node
  {
    float threshold = 0.0F;     ///< of a leaf: its log odds
    std::int32_t feature = -1;  ///< -1: a leaf
    std::int32_t second = 0;    ///< the first child is the next node
  };

  bool add_tree(std::string_view line);
  class Cells;
  const Node& undecided(const Node* node, const Cells& cells) const;
  void answer(const Node& split, const Cells& cells, RunValues& out) const;

  std::vector<std::string> features_;
  std::vector<Node> nodes_;
  std::vector<std::int32_t> roots_;
  float base_ = 0.0F;
};
}  // namespace nadir::segmentation::lesion
