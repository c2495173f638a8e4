#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nadir::report
{
using Attributes = std::vector<std::pair<std::string_view, std::string>>;
struct HtmlNode;

/// The report as a tree of elements and texts, in the words of HTML and SVG. Two writers read it: `markup()` here, and report/pdf. It is
/// made of elements and plain text only, so that no lesion name or label can become markup:
///
///     element("p", {{"class", "note"}}, text(organ))
///
/// Copies share their nodes, which never change.
class Html
{
public:
  Html() = default;

  bool empty() const { return nodes_.empty(); }
  const std::vector<std::shared_ptr<const HtmlNode>>& nodes() const { return nodes_; }
  std::string markup() const;  ///< HTML; texts and values are escaped
  Html& operator+=(const Html& other);
  Html only(std::string_view class_name) const;     ///< its own nodes of a class, not those within them
  Html without(std::string_view class_name) const;  ///< all others
  friend Html operator+(Html left, const Html& right) { return left += right; }

private:
  explicit Html(HtmlNode node);
  friend Html text(std::string_view);
  friend Html element(std::string_view, const Attributes&, const Html&);
  friend Html empty_element(std::string_view, const Attributes&);
  friend Html style_element(std::string_view);

  std::vector<std::shared_ptr<const HtmlNode>> nodes_;
};

/// An element with its content, or a text (no name).
struct HtmlNode
{
  enum class Kind
  {
    Text,
    Element,
    EmptyElement,
    StyleSheet,
  };
  Kind kind = Kind::Text;
  std::string name;
  Attributes attributes;
  Html content;
  std::string words;  ///< of a text: fit to be shown, not escaped

  /// Value of an attribute, "" without it.
  std::string_view attribute(std::string_view wanted) const;
  /// True when the attribute "class" has this word.
  bool has_class(std::string_view word) const;
};

/// A text. Control characters show as their Unicode pictures, marks that turn the writing direction as "[U+202E]", and bytes
/// that are no UTF-8 as U+FFFD. Words that run from right to left are kept apart (isolated_words.h).
Html text(std::string_view text);

/// <name attribute="value">content</name>. Names are the program's own.
Html element(std::string_view name, const Attributes& attributes, const Html& content);
Html element(std::string_view name, const Html& content);

/// <name attribute="value"/>, for void elements of HTML and empty ones of SVG.
Html empty_element(std::string_view name, const Attributes& attributes);

/// <style>. The sheet is the program's own text, never input.
Html style_element(std::string_view sheet);
}  // namespace nadir::report
