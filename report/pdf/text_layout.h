#pragma once

#include <cstddef>
#include <memory>

#include "report/document/svg_shape.h"

namespace nadir::report
{
class PdfCanvas;

/// Words set in lines of some width, ready to be drawn on the canvas that made them.
class TextLayout
{
public:
  std::size_t lines() const;
  double width() const;   ///< of the widest line, points
  double height() const;  ///< of all lines
  double height_of(std::size_t line) const;
  double narrowest() const;  ///< width of its longest word
  double baseline() const;   ///< of the first line, from the top

private:
  friend class PdfCanvas;
  struct State;
  explicit TextLayout(std::shared_ptr<State> state) : state_(std::move(state)) {}
  std::shared_ptr<State> state_;
};
}  // namespace nadir::report
