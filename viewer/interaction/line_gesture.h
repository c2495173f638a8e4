#pragma once

#include <optional>

#include "viewer/interaction/pointer.h"
#include "viewer/interaction/tool_options.h"
#include "viewer/interaction/view_context.h"

namespace nadir::viewer
{
/// A straight line being drawn: by a drag, or by two clicks. Its ends lie in the slice where it began.
class LineGesture
{
public:
  void press(const ViewContext& context, const Pointer& pointer);
  void move(const ViewContext& context, const Pointer& pointer, Snapping snapping);
  /// The finished line; nullopt after the first of two clicks.
  std::optional<reading::Line> release(const ViewContext& context, const Pointer& pointer, Snapping snapping);
  void cancel() { line_.reset(); }

  bool is_under_way() const { return line_.has_value(); }
  /// As far as it is drawn; contract: it is under way.
  const reading::Line& line() const { return *line_; }

private:
  std::optional<reading::Line> line_;
};
}  // namespace nadir::viewer
