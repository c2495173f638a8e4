#pragma once

#include <QMainWindow>

#include "viewer/model/case_session.h"
#include "viewer/widget/display_state.h"
#include "viewer/widget/view_grid.h"
#include "viewer/widget/window_actions.h"

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace nadir::viewer
{
class MessageBar;
class ProgressStrip;
class ResultPanels;
class SeriesPanel;

/// The reading station: series on the left, views in the middle, lesions and response on the right; what the mouse will do on the lower
/// edge. Folders, DICOMDIRs and cases can be dropped anywhere on it.
class MainWindow : public QMainWindow
{
  Q_OBJECT
public:
  explicit MainWindow(CaseSession& session);
  ~MainWindow() override;

  ViewGrid& grid() { return *grid_; }
  DisplayState& display() { return display_; }
  WindowActions& actions() { return *actions_; }
  /// Where result panels go: one tab each.
  QTabWidget& results() { return *results_; }

  /// Opens a case file, or takes a folder or DICOMDIR as the next time point of the open case; begins a case where none is open.
  /// While images of the record are missing, it is asked whether the folder holds them.
  void open(const QString& path);
  void tell(const Message& message);
  /// What the mouse will do, on the status line; "" = what it does without a tool.
  void set_hint(const QString& hint);

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

private:
  void make_center();
  void make_panels();
  void make_results();
  void make_toolbar();
  void make_menus();
  void make_status_line();
  void bind_case_actions();
  void bind_view_actions();
  void bind_display_actions();
  void bind_link_actions();
  void bind_session();
  void show_case();
  void update_undo();
  void update_link();
  void point(int index, const PointerAct& act);
  void show_readout(const ViewCell& cell, const PointerAct& act);
  void ask_for_images();
  void ask_for_case();
  void take_offset();

  CaseSession& session_;
  DisplayState display_;
  WindowActions* actions_;
  ViewGrid* grid_ = nullptr;
  QStackedWidget* center_ = nullptr;
  SeriesPanel* series_ = nullptr;
  QDockWidget* series_dock_ = nullptr;
  QDockWidget* results_dock_ = nullptr;
  QTabWidget* results_ = nullptr;
  ResultPanels* panels_ = nullptr;
  MessageBar* messages_ = nullptr;
  ProgressStrip* progress_ = nullptr;
  QLabel* hint_ = nullptr;
  QLabel* readout_ = nullptr;
  QLabel* link_quality_ = nullptr;
};
}  // namespace nadir::viewer
