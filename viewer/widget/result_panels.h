#pragma once

#include <QObject>

#include "viewer/widget/tool_control.h"

class QTabWidget;

namespace nadir::viewer
{
class ArchiveModel;
class ReadingStrip;
class ReportPanel;

/// What is shown, and where.
struct Views
{
  CaseSession& session;
  DisplayState& display;
  ViewGrid& grid;
};

/// Everything at the right side of the window and what acts on it: lesions and response, history, report; tools; help and settings.
class ResultPanels : public QObject
{
  Q_OBJECT
public:
  /// Adds its tabs to `tabs` and its actions to the window's. `window` owns it.
  ResultPanels(const Views& views, WindowActions& actions, QTabWidget& tabs, QWidget* window);

  ToolControl& tools() { return *tools_; }

signals:
  void hint_changed(const QString& hint);
  void message(const nadir::viewer::Message& message);
  void settled(const QString& code);  ///< as ToolControl says it

private:
  QWidget* make_reading_page();
  void add_lesion_actions();
  void add_reading_actions();
  void add_help_actions();
  void step_lesion(int step);
  void show_help();
  void show_settings();
  void show_export();

  CaseSession& session_;
  WindowActions& actions_;
  QTabWidget& tabs_;
  QWidget* window_;
  ToolControl* tools_;
  ReadingStrip* strip_ = nullptr;
  ReportPanel* report_ = nullptr;
  ArchiveModel* archives_ = nullptr;
};
}  // namespace nadir::viewer
