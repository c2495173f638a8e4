#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nadir::report
{
/// Finished HTML or SVG. It is made of elements and escaped text only, so that no lesion name or label can become markup:
///
///     element("p", {{"class", "note"}}, text(organ))
class Html
{
public:
  Html() = default;

  bool empty() const { return markup_.empty(); }
  const std::string& markup() const { return markup_; }
  Html& operator+=(const Html& other);
  friend Html operator+(Html left, const Html& right) { return left += right; }

private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  friend Html text(std::string_view);
  friend Html element(std::string_view, const std::vector<std::pair<std::string_view, std::string>>&, const Html&);
  friend Html empty_element(std::string_view, const std::vector<std::pair<std::string_view, std::string>>&);
  friend Html style_element(std::string_view);

  std::string markup_;
};

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// Escaped text. Control characters show as their Unicode pictures, marks that turn the writing direction as "[U+202E]", and bytes
/// that are no UTF-8 as U+FFFD.
Html text(std::string_view text);

/// <name attribute="value">content</name>. Names are the program's own; values are escaped.
Html element(std::string_view name, const Attributes& attributes, const Html& content);
Html element(std::string_view name, const Html& content);

/// <name attribute="value"/>, for void elements of HTML and empty ones of SVG.
Html empty_element(std::string_view name, const Attributes& attributes);

/// <style>. The sheet is the program's own text, never input.
Html style_element(std::string_view sheet);
}  // namespace nadir::report
