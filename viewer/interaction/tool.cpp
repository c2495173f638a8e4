#include "viewer/interaction/tool.h"

#include <QtCore/QCoreApplication>

namespace nadir::viewer
{
namespace
{
struct Words
{
  Q_DECLARE_TR_FUNCTIONS(Tool)
};
}  // namespace

const std::vector<Tool>& all_tools()
{
  static const std::vector<Tool> tools{Tool::Crosshair, Tool::Caliper, Tool::Bidirectional, Tool::ClickLesion, Tool::Scribble, Tool::Brush,
                                       Tool::Eraser,    Tool::Window,  Tool::Pan,           Tool::Zoom,        Tool::Scroll};
  return tools;
}

QString name_of(Tool tool)
{
  switch (tool)
  {
  case Tool::Crosshair: return QStringLiteral("tool.crosshair");
  case Tool::Caliper: return QStringLiteral("tool.caliper");
  case Tool::Bidirectional: return QStringLiteral("tool.bidirectional");
  case Tool::ClickLesion: return QStringLiteral("tool.click");
  case Tool::Scribble: return QStringLiteral("tool.scribble");
  case Tool::Brush: return QStringLiteral("tool.brush");
  case Tool::Eraser: return QStringLiteral("tool.eraser");
  case Tool::Window: return QStringLiteral("tool.window");
  case Tool::Pan: return QStringLiteral("tool.pan");
  case Tool::Zoom: return QStringLiteral("tool.zoom");
  case Tool::Scroll: return QStringLiteral("tool.scroll");
  }
  return {};
}

QString title_of(Tool tool)
{
  switch (tool)
  {
  case Tool::Crosshair: return Words::tr("Crosshair");
  case Tool::Caliper: return Words::tr("Diameter");
  case Tool::Bidirectional: return Words::tr("Two diameters");
  case Tool::ClickLesion: return Words::tr("Lesion from a click");
  case Tool::Scribble: return Words::tr("Scribble");
  case Tool::Brush: return Words::tr("Brush");
  case Tool::Eraser: return Words::tr("Eraser");
  case Tool::Window: return Words::tr("Window");
  case Tool::Pan: return Words::tr("Pan");
  case Tool::Zoom: return Words::tr("Zoom");
  case Tool::Scroll: return Words::tr("Scroll");
  }
  return {};
}

bool changes_reading(Tool tool)
{
  switch (tool)
  {
  case Tool::Caliper:
  case Tool::Bidirectional:
  case Tool::ClickLesion:
  case Tool::Scribble:
  case Tool::Brush:
  case Tool::Eraser: return true;
  case Tool::Crosshair:
  case Tool::Window:
  case Tool::Pan:
  case Tool::Zoom:
  case Tool::Scroll: return false;
  }
  return false;
}
}  // namespace nadir::viewer
