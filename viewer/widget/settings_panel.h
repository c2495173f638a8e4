#pragma once

#include <QDialog>

#include "viewer/widget/tool_control.h"

class QFormLayout;

namespace nadir::viewer
{
/// Reader, language, tools and keys. Everything takes effect at once and is kept where the platform keeps settings; the language at the
/// next start.
class SettingsPanel : public QDialog
{
  Q_OBJECT
public:
  SettingsPanel(CaseSession& session, ToolControl& tools, WindowActions& actions, QWidget* parent);

private:
  QWidget* make_general(CaseSession& session);
  QWidget* make_tools(ToolControl& tools);
  void add_tool_switches(QFormLayout& form, ToolControl& tools);
  void add_sizes(QFormLayout& form, ToolControl& tools);
};
}  // namespace nadir::viewer
