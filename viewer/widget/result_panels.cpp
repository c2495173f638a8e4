#include "viewer/widget/result_panels.h"

#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include "viewer/widget/archive_panel.h"
#include "viewer/widget/export_dialog.h"
#include "viewer/widget/help_sheet.h"
#include "viewer/widget/history_panel.h"
#include "viewer/widget/lesion_panel.h"
#include "viewer/widget/reading_strip.h"
#include "viewer/widget/report_panel.h"
#include "viewer/widget/response_panel.h"
#include "viewer/widget/settings_panel.h"
#include "viewer/widget/threshold_strip.h"

namespace nadir::viewer
{
ResultPanels::ResultPanels(const Views& views, WindowActions& actions, QTabWidget& tabs, QWidget* window)
    : QObject(window), session_(views.session), actions_(actions), tabs_(tabs), window_(window),
      tools_(new ToolControl(views.session, views.display, views.grid, actions, this))
{
  connect(tools_, &ToolControl::hint_changed, this, &ResultPanels::hint_changed);
  connect(tools_, &ToolControl::message, this, &ResultPanels::message);
  connect(tools_, &ToolControl::settled, this, &ResultPanels::settled);
  connect(&views.grid, &ViewGrid::active_changed, this,
          [this, &grid = views.grid]
          {
            const ViewCell* cell = grid.active();
            if (cell && !cell->content().series.empty())
              session_.blinding().set_current(cell->content().series.timepoint),
                  session_.tissue().turn_to(cell->content().series.timepoint);
          });
  report_ = new ReportPanel(session_);
  connect(report_, &ReportPanel::message, this, &ResultPanels::message);
  tabs_.addTab(make_reading_page(), tr("Reading"));
  tabs_.addTab(new HistoryPanel(session_), tr("History"));
  tabs_.addTab(report_, tr("Report"));
  archives_ = new ArchiveModel(this);
  auto* archive = new ArchivePanel(session_, *archives_);
  connect(report_, &ReportPanel::export_wanted, this, &ResultPanels::show_export);
  connect(archive, &ArchivePanel::message, this, &ResultPanels::message);
  tabs_.addTab(archive, tr("Archive"));
  add_lesion_actions();
  add_reading_actions();
  add_help_actions();
}

QWidget* ResultPanels::make_reading_page()
{
  auto* parts = new QSplitter(Qt::Vertical);
  auto* lesions = new QWidget;
  auto* above = new QVBoxLayout(lesions);
  above->setContentsMargins(0, 0, 0, 0);
  above->setSpacing(0);
  above->addWidget(new LesionPanel(session_, *tools_), 1);
  above->addWidget(new ThresholdStrip(session_));
  parts->addWidget(lesions);
  parts->addWidget(new ResponsePanel(session_));
  parts->setStretchFactor(0, 2);
  parts->setStretchFactor(1, 3);
  parts->setChildrenCollapsible(false);
  strip_ = new ReadingStrip(session_);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(parts, 1);
  column->addWidget(strip_);
  page->setMinimumWidth(380);
  return page;
}

void ResultPanels::add_lesion_actions()
{
  const auto add = [this](const char* name, const QString& words, const char* key, auto act)
  { connect(actions_.add(name, words, key), &QAction::triggered, this, act); };
  add("lesion.new", tr("New lesion"), "Ins", [this] { session_.select_lesion({}); });
  add("lesion.next", tr("Next lesion"), ".", [this] { step_lesion(1); });
  add("lesion.previous", tr("Previous lesion"), ",", [this] { step_lesion(-1); });
}

void ResultPanels::step_lesion(int step)
{
  const int rows = session_.lesions().rowCount();
  if (rows == 0) return;
  const int row = session_.lesions().row_of(session_.current_lesion());
  session_.select_lesion(session_.lesions().lesion_at(row < 0 ? 0 : (row + step + rows) % rows));
}

void ResultPanels::add_reading_actions()
{
  connect(actions_.add("reading.lock", tr("Lock the reading"), "Ctrl+Return"), &QAction::triggered, strip_, &ReadingStrip::lock);
  connect(actions_.add("reading.sign", tr("Sign the reading"), "Ctrl+Shift+Return"), &QAction::triggered, strip_, &ReadingStrip::sign);
  connect(actions_.add("reading.reopen", tr("Reopen the reading ..."), ""), &QAction::triggered, strip_, &ReadingStrip::reopen);
  connect(actions_.add("reading.report", tr("Report preview"), "Ctrl+R"), &QAction::triggered, this,
          [this]
          {
            tabs_.setCurrentWidget(report_);
            report_->preview();
          });
  connect(actions_.add("reading.write-report", tr("Write report ..."), "Ctrl+Shift+R"), &QAction::triggered, report_,
          &ReportPanel::ask_where);
  connect(actions_.add("reading.export", tr("Export and send ..."), "Ctrl+E"), &QAction::triggered, this, &ResultPanels::show_export);
}

void ResultPanels::add_help_actions()
{
  connect(actions_.add("help.keys", tr("Keys and mouse"), "F1"), &QAction::triggered, this, &ResultPanels::show_help);
  connect(actions_.add("help.settings", tr("Settings"), "Ctrl+,"), &QAction::triggered, this, &ResultPanels::show_settings);
}

void ResultPanels::show_help()
{
  auto* sheet = new HelpSheet(actions_, window_);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->show();
}

void ResultPanels::show_export()
{
  auto* dialog = new ExportDialog(session_, *archives_, window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ExportDialog::message, this, &ResultPanels::message);
  dialog->show();
}

void ResultPanels::show_settings()
{
  auto* panel = new SettingsPanel(session_, *tools_, actions_, window_);
  panel->setAttribute(Qt::WA_DeleteOnClose);
  panel->show();
}
}  // namespace nadir::viewer
