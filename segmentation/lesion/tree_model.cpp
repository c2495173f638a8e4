#include "segmentation/lesion/tree_model.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "imaging/units/number_text.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Takes the text up to the separator off the front.
std::string_view taken(std::string_view& text, char separator)
{
  const auto end = text.find(separator);
  const auto front = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return front;
}

std::vector<std::string> words_of(std::string_view text)
{
  std::vector<std::string> words;
  while (!text.empty())
    if (const auto word = taken(text, ' '); !word.empty()) words.emplace_back(word);
  return words;
}
}  // namespace

std::optional<TreeModel> TreeModel::parse(std::string_view text)
{
  TreeModel model;
  if (taken(text, '\n') != "nadir-trees 1") return std::nullopt;
  auto names = taken(text, '\n');
  if (taken(names, ' ') != "features") return std::nullopt;
  model.features_ = words_of(names);
  auto base = taken(text, '\n');
  if (taken(base, ' ') != "base") return std::nullopt;
  const auto number = parse_number(base);
  if (!number) return std::nullopt;
  model.base_ = static_cast<float>(*number);
  while (!text.empty())
    if (const auto line = taken(text, '\n'); !line.empty() && !model.add_tree(line)) return std::nullopt;
  return model;
}

bool TreeModel::add_tree(std::string_view line)
{
  std::vector<std::size_t> waiting;  // splits whose second child comes next
  bool complete = false;
  roots_.push_back(static_cast<std::int32_t>(nodes_.size()));
  for (const auto& word : words_of(line))
  {
    if (complete) return false;
    const auto colon = word.find(':');
    const bool leaf = word.front() == '=';
    const auto value = parse_number(leaf ? std::string_view(word).substr(1)
                                         : std::string_view(word).substr(colon == std::string::npos ? word.size() : colon + 1));
    const auto feature = leaf ? std::optional<std::int64_t>(-1) : parse_integer(std::string_view(word).substr(0, colon));
    if (!value || !feature || *feature >= static_cast<std::int64_t>(features_.size()) || (!leaf && *feature < 0)) return false;
    nodes_.push_back({static_cast<float>(*value), static_cast<std::int32_t>(*feature), 0});
    if (!leaf) waiting.push_back(nodes_.size() - 1);
    else if (waiting.empty()) complete = true;
    else nodes_[waiting.back()].second = static_cast<std::int32_t>(nodes_.size()), waiting.pop_back();
  }
  return complete;
}

float TreeModel::log_odds(const float* values) const
{
  float sum = base_;
  for (const auto root : roots_)
  {
    auto at = static_cast<std::size_t>(root);
    while (nodes_[at].feature >= 0)
      at = values[nodes_[at].feature] <= nodes_[at].threshold ? at + 1 : static_cast<std::size_t>(nodes_[at].second);
    sum += nodes_[at].threshold;
  }
  return sum;
}

/// Cells that are asked together, and between which values each of their features lies.
class TreeModel::Cells
{
public:
  explicit Cells(const std::vector<RunValues>& columns) : columns_(columns)
  {
    for (const auto& values : columns) ranges_.push_back(range_of(values));
  }

  const RunValues& values(const Node& split) const { return columns_[static_cast<std::size_t>(split.feature)]; }
  bool is_up_to(const Node& split) const { return ranges_[static_cast<std::size_t>(split.feature)].highest <= split.threshold; }
  bool is_beyond(const Node& split) const { return ranges_[static_cast<std::size_t>(split.feature)].lowest > split.threshold; }

private:
  struct Range
  {
    float lowest = std::numeric_limits<float>::infinity();
    float highest = -std::numeric_limits<float>::infinity();
  };

  /// Several ranges side by side, so that they are found at once. What is no number lies beyond every threshold.
  static Range range_of(const RunValues& values)
  {
    constexpr std::size_t lanes = 8;
    std::array<float, lanes> lowest, highest;
    lowest.fill(Range{}.lowest);
    highest.fill(Range{}.highest);
    std::array<int, lanes> numbers{};
    for (std::size_t n = 0; n < run; n += lanes)
      for (std::size_t lane = 0; lane < lanes; ++lane)
      {
        const float value = values[n + lane];
        lowest[lane] = value < lowest[lane] ? value : lowest[lane];
        highest[lane] = value > highest[lane] ? value : highest[lane];
        numbers[lane] += value == value ? 1 : 0;
      }
    if (std::accumulate(numbers.begin(), numbers.end(), 0) < static_cast<int>(run)) return {-Range{}.lowest, Range{}.lowest};
    return {*std::ranges::min_element(lowest), *std::ranges::max_element(highest)};
  }

  const std::vector<RunValues>& columns_;
  std::vector<Range> ranges_;
};

/// The split at which the cells go different ways, or the leaf that all of them reach.
const TreeModel::Node& TreeModel::undecided(const Node* node, const Cells& cells) const
{
  while (node->feature >= 0)
  {
    if (cells.is_up_to(*node)) ++node;
    else if (cells.is_beyond(*node)) node = &nodes_[static_cast<std::size_t>(node->second)];
    else break;
  }
  return *node;
}

/// Below a split at which cells go different ways, both children are asked for all of them: choosing afterwards has no branches to
/// mispredict.
void TreeModel::answer(const Node& split, const Cells& cells, RunValues& out) const
{
  const auto& first = undecided(&split + 1, cells);
  const auto& second = undecided(&nodes_[static_cast<std::size_t>(split.second)], cells);
  const auto choose = [&, values = cells.values(split).data()](const auto& of_first, const auto& of_second)
  {
    for (std::size_t n = 0; n < run; ++n)
    {
      const float below = of_first(n), beyond = of_second(n);
      out[n] = values[n] <= split.threshold ? below : beyond;
    }
  };
  const auto leaf = [](const Node& node) { return [answer = node.threshold](std::size_t) { return answer; }; };
  const auto below = [&out](std::size_t n) { return out[n]; };
  RunValues other;
  const auto beyond = [&other](std::size_t n) { return other[n]; };
  if (first.feature >= 0) answer(first, cells, out);
  if (second.feature >= 0) answer(second, cells, other);
  if (first.feature < 0 && second.feature < 0) choose(leaf(first), leaf(second));
  else if (first.feature < 0) choose(leaf(first), beyond);
  else if (second.feature < 0) choose(below, leaf(second));
  else choose(below, beyond);
}

TreeModel::RunValues TreeModel::log_odds_of_run(const std::vector<RunValues>& columns) const
{
  const Cells cells(columns);
  RunValues sums, tree;
  sums.fill(base_);
  for (const auto root : roots_)
  {
    const auto& node = undecided(&nodes_[static_cast<std::size_t>(root)], cells);
    if (node.feature < 0) tree.fill(node.threshold);
    else answer(node, cells, tree);
    for (std::size_t n = 0; n < run; ++n) sums[n] += tree[n];
  }
  return sums;
}
}  // namespace nadir::segmentation::lesion
