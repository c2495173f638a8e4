#include "viewer/interaction/tool_box.h"

#include "viewer/interaction/bidirectional_mode.h"
#include "viewer/interaction/brush_mode.h"
#include "viewer/interaction/caliper_mode.h"
#include "viewer/interaction/click_lesion_mode.h"
#include "viewer/interaction/crosshair_mode.h"
#include "viewer/interaction/pan_mode.h"
#include "viewer/interaction/scribble_mode.h"
#include "viewer/interaction/scroll_mode.h"
#include "viewer/interaction/window_mode.h"
#include "viewer/interaction/zoom_mode.h"

namespace nadir::viewer
{
ToolBox::ToolBox()
{
  modes_[Tool::Crosshair] = std::make_unique<CrosshairMode>();
  modes_[Tool::Caliper] = std::make_unique<CaliperMode>(options_);
  modes_[Tool::Bidirectional] = std::make_unique<BidirectionalMode>(options_);
  modes_[Tool::ClickLesion] = std::make_unique<ClickLesionMode>();
  modes_[Tool::Scribble] = std::make_unique<ScribbleMode>(options_);
  modes_[Tool::Brush] = std::make_unique<BrushMode>(options_, BrushAction::Add);
  modes_[Tool::Eraser] = std::make_unique<BrushMode>(options_, BrushAction::Remove);
  modes_[Tool::Window] = std::make_unique<WindowMode>();
  modes_[Tool::Pan] = std::make_unique<PanMode>();
  modes_[Tool::Zoom] = std::make_unique<ZoomMode>();
  modes_[Tool::Scroll] = std::make_unique<ScrollMode>();
}

void ToolBox::take(Tool tool)
{
  mode().cancel();
  tool_ = tool;
}
}  // namespace nadir::viewer
