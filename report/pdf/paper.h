#pragma once

#include <optional>
#include <string_view>

namespace nadir::report
{
/// Paper in points (1/72 inch), upright.
struct Paper
{
  double width = 0.0;
  double height = 0.0;
  double margin = 38.0;         ///< left, right and top
  double bottom_margin = 44.0;  ///< with the line of the page number in it

  double body_width() const { return width - 2.0 * margin; }
  double body_height() const { return height - margin - bottom_margin; }
};

inline constexpr Paper a4{595.276, 841.890};
inline constexpr Paper letter{612.0, 792.0};

/// "a4", "letter".
std::optional<Paper> paper_named(std::string_view name);
}  // namespace nadir::report
