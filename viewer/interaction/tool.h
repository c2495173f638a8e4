#pragma once

#include <QtCore/QString>
#include <vector>

namespace nadir::viewer
{
/// What the left button may be.
enum class Tool
{
  Crosshair,
  Caliper,
  Bidirectional,
  ClickLesion,
  Scribble,
  Brush,
  Eraser,
  Window,
  Pan,
  Zoom,
  Scroll,
};

/// In the order of the toolbar.
const std::vector<Tool>& all_tools();
/// Name that stays: "tool.caliper".
QString name_of(Tool tool);
/// What a reader calls it, translated.
QString title_of(Tool tool);
/// Whether its gestures end in acts of the record.
bool changes_reading(Tool tool);
}  // namespace nadir::viewer
