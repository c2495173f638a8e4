#pragma once

#include <map>
#include <memory>

#include "viewer/interaction/mode.h"
#include "viewer/interaction/tool.h"
#include "viewer/interaction/tool_options.h"

namespace nadir::viewer
{
/// One mode for each tool, and the one at hand. Changing the tool gives up the gesture that is under way.
class ToolBox
{
public:
  ToolBox();
  ToolBox(const ToolBox&) = delete;
  ToolBox& operator=(const ToolBox&) = delete;

  Tool tool() const { return tool_; }
  void take(Tool tool);
  Mode& mode() { return *modes_.at(tool_); }

  const ToolOptions& options() const { return options_; }
  void set_options(const ToolOptions& options) { options_ = options; }

private:
  ToolOptions options_;
  std::map<Tool, std::unique_ptr<Mode>> modes_;
  Tool tool_ = Tool::Crosshair;
};
}  // namespace nadir::viewer
