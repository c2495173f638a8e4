#include "segmentation/lesion/tree_model.h"

#include <cmath>

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

/// Both children are asked for all cells: choosing afterwards has no branches to mispredict.
std::array<float, TreeModel::run> TreeModel::answers(std::size_t node, const std::vector<const float*>& columns) const
{
  std::array<float, run> out;
  const auto& [threshold, feature, second] = nodes_[node];
  if (feature < 0)
  {
    out.fill(threshold);
    return out;
  }
  const auto below = answers(node + 1, columns), above = answers(static_cast<std::size_t>(second), columns);
  const float* values = columns[static_cast<std::size_t>(feature)];
  for (std::size_t n = 0; n < run; ++n)
  {
    const float first = below[n], other = above[n];
    out[n] = values[n] <= threshold ? first : other;
  }
  return out;
}

std::array<float, TreeModel::run> TreeModel::log_odds_of_run(const std::vector<const float*>& columns) const
{
  std::array<float, run> sums;
  sums.fill(base_);
  for (const auto root : roots_)
  {
    const auto tree = answers(static_cast<std::size_t>(root), columns);
    for (std::size_t n = 0; n < run; ++n) sums[n] += tree[n];
  }
  return sums;
}
}  // namespace nadir::segmentation::lesion
