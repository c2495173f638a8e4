#include "viewer/widget/main_window.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

#include "viewer/widget/ask_whose_images.h"
#include "viewer/widget/layout_button.h"
#include "viewer/widget/message_bar.h"
#include "viewer/widget/progress_strip.h"
#include "viewer/widget/result_panels.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/series_panel.h"
#include "viewer/widget/start_page.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
MainWindow::MainWindow(CaseSession& session) : session_(session), display_(session), actions_(new WindowActions(this))
{
  setWindowTitle(tr("Nadir"));
  setAcceptDrops(true);
  resize(1600, 1000);
  make_center();
  make_panels();
  make_results();
  make_toolbar();
  make_menus();
  make_status_line();
  bind_case_actions();
  bind_view_actions();
  bind_display_actions();
  bind_link_actions();
  bind_session();
  const QSettings settings;
  restoreGeometry(settings.value("window/geometry").toByteArray());
  restoreState(settings.value("window/state").toByteArray());
  show_case();
}

MainWindow::~MainWindow() = default;

void MainWindow::make_center()
{
  auto* start = new StartPage(session_);
  connect(start, &StartPage::open_folder_requested, this, &MainWindow::ask_for_images);
  connect(start, &StartPage::open_case_requested, this, &MainWindow::ask_for_case);
  connect(start, &StartPage::case_chosen, this, &MainWindow::open);
  grid_ = new ViewGrid(session_, display_);
  connect(grid_, &ViewGrid::pointer, this, &MainWindow::point);
  center_ = new QStackedWidget;
  center_->addWidget(start);
  center_->addWidget(grid_);
  messages_ = new MessageBar(center_);
  setCentralWidget(center_);
}

void MainWindow::make_panels()
{
  series_ = new SeriesPanel(session_);
  series_dock_ = new QDockWidget(tr("Series"), this);
  series_dock_->setObjectName("series");
  series_dock_->setWidget(series_);
  addDockWidget(Qt::LeftDockWidgetArea, series_dock_);
  connect(series_, &SeriesPanel::chosen, this,
          [this](const SeriesKey& key)
          {
            if (ViewCell* cell = grid_->active()) session_.hanging().hang(cell->index(), key);
          });
  results_ = new QTabWidget;
  results_->setDocumentMode(true);
  results_dock_ = new QDockWidget(tr("Lesions and response"), this);
  results_dock_->setObjectName("results");
  results_dock_->setWidget(results_);
  addDockWidget(Qt::RightDockWidgetArea, results_dock_);
  const auto bind = [this](const char* name, QDockWidget* dock)
  {
    QAction* action = (*actions_)[name];
    connect(action, &QAction::toggled, dock, &QWidget::setVisible);
    connect(dock, &QDockWidget::visibilityChanged, action, [action, dock] { action->setChecked(!dock->isHidden()); });
  };
  bind("panel.series", series_dock_);
  bind("panel.results", results_dock_);
  resizeDocks({series_dock_, results_dock_}, {300, 470}, Qt::Horizontal);
}

void MainWindow::make_results()
{
  panels_ = new ResultPanels({session_, display_, *grid_}, *actions_, *results_, this);
  connect(panels_, &ResultPanels::hint_changed, this, &MainWindow::set_hint);
  connect(panels_, &ResultPanels::message, this, &MainWindow::tell);
  connect(panels_, &ResultPanels::settled, messages_, &MessageBar::settle);
}

void MainWindow::make_toolbar()
{
  QToolBar* bar = addToolBar(tr("Tools"));
  bar->setObjectName("tools");
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonIconOnly);  // text where there is no picture
  bar->setIconSize({20, 20});
  const auto add = [&](std::initializer_list<const char*> names)
  {
    for (const char* name : names)
    {
      QAction* action = (*actions_)[name];
      bar->addAction(action);
      action->setToolTip(action->shortcut().isEmpty()
                             ? action->text()
                             : QString("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    }
    bar->addSeparator();
  };
  add({"case.images"});
  add({"edit.undo", "edit.redo"});
  bar->addWidget(new LayoutButton(session_.hanging()));
  add({"view.fit", "window.auto", "window.invert"});
  add({"tool.crosshair", "tool.caliper", "tool.bidirectional", "tool.click", "tool.scribble", "tool.brush", "tool.eraser"});
  add({"segment.caliper", "segment.accept", "segment.propagate"});
  add({"link.on", "show.crosshair", "show.references", "show.outlines", "show.tissue"});
}

void MainWindow::make_menus()
{
  QMenu* menu = nullptr;
  QString group;
  for (QAction* action : actions_->all())
  {
    if (WindowActions::group_of(*action) != group)
    {
      group = WindowActions::group_of(*action);
      menu = menuBar()->addMenu(WindowActions::heading_of(group));
      menu->setObjectName("menu." + group);
    }
    menu->addAction(action);
  }
}

void MainWindow::make_status_line()
{
  hint_ = new QLabel;
  hint_->setObjectName("hint");
  readout_ = new QLabel;
  readout_->setStyleSheet("color: #949aa2;");
  readout_->setMinimumWidth(readout_->fontMetrics().horizontalAdvance("L 1234.5  P 1234.5  H 1234.5 mm   123456"));
  link_quality_ = new QLabel;
  progress_ = new ProgressStrip(session_);
  statusBar()->addWidget(hint_, 1);
  statusBar()->addPermanentWidget(progress_);
  statusBar()->addPermanentWidget(readout_);
  statusBar()->addPermanentWidget(link_quality_);
  set_hint({});
}

void MainWindow::set_hint(const QString& hint)
{
  hint_->setText(
      hint.isEmpty()
          ? tr("Left: crosshair   Right drag: window   Middle drag: pan   Wheel: slices   Ctrl + wheel: zoom   Right click: menu")
          : hint);
}

void MainWindow::tell(const Message& message) { messages_->tell(message); }

void MainWindow::bind_session()
{
  connect(&session_, &CaseSession::message, this, &MainWindow::tell);
  connect(&session_.reading(), &ReadingModel::opened, this, &MainWindow::show_case);
  connect(&session_.reading(), &ReadingModel::changed, this, &MainWindow::update_undo);
  connect(&session_.link(), &LinkModel::link_changed, this, &MainWindow::update_link);
  connect(&session_.link(), &LinkModel::cursor_moved, readout_, &QLabel::clear);
}

void MainWindow::show_case()
{
  const bool is_open = session_.reading().is_open();
  center_->setCurrentIndex(is_open ? 1 : 0);
  series_dock_->setVisible(is_open);
  results_dock_->setVisible(is_open && results_->count() > 0);
  const QString name = QFileInfo(session_.reading().file()).completeBaseName();
  const QString state = session_.reading().is_read_only() ? tr(" (read only)") : QString();
  setWindowTitle(is_open ? tr("%1%2 - Nadir").arg(name, state) : tr("Nadir"));
  if (is_open && session_.reading().is_read_only()) tell({MessageKind::Warning, session_.reading().read_only_reason(), {}});
  (*actions_)["case.close"]->setEnabled(is_open);
  hint_->setVisible(is_open);  // without a view the mouse does nothing
  update_undo();
  update_link();
}

void MainWindow::update_undo()
{
  const auto bind = [this](const char* name, const QString& verb, const QString& what)
  {
    QAction* action = (*actions_)[name];
    action->setEnabled(!what.isEmpty() && session_.reading().can_change());
    action->setToolTip(what.isEmpty() ? verb : QString("%1: %2").arg(verb, what));
  };
  bind("edit.undo", tr("Undo"), session_.reading().undo_words());
  bind("edit.redo", tr("Redo"), session_.reading().redo_words());
}

void MainWindow::update_link()
{
  (*actions_)["link.on"]->setChecked(session_.link().is_on());
  const auto timepoints = session_.images().timepoints();
  QStringList words;
  for (std::size_t n = 1; n < timepoints.size(); ++n)
  {
    const QString label = screen_word(QString::fromStdString(timepoints[n].text()));
    switch (session_.link().state(timepoints[n]))
    {
    case LinkState::None: break;
    case LinkState::Pending: words << tr("%1: registering ...").arg(label); break;
    case LinkState::Registered: words << tr("%1: registered").arg(label); break;
    case LinkState::Refused: words << tr("%1: not registered, positions as scanned").arg(label); break;
    }
    link_quality_->setToolTip(session_.link().quality(timepoints[n]));
  }
  link_quality_->setText(session_.link().is_on() ? words.join("   ") : words.isEmpty() ? QString() : tr("dates not linked"));
}

void MainWindow::open(const QString& path)
{
  if (path.endsWith(".nadir", Qt::CaseInsensitive))
  {
    session_.open(path);
    return;
  }
  if (!session_.reading().is_open() && !session_.begin_new()) return;
  const auto missing = session_.missing_images();
  if (missing.empty()) return session_.add_images(path);
  const auto date = missing.front();
  ask_whose_images(
      this, screen_word(QString::fromStdString(date.text())), [this, date, path] { session_.find_images(date, path); },
      [this, path] { session_.add_images(path); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
  event->acceptProposedAction();
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) open(url.toLocalFile());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
  QSettings settings;
  settings.setValue("window/geometry", saveGeometry());
  settings.setValue("window/state", saveState());
  session_.close();
  QMainWindow::closeEvent(event);
}

void MainWindow::point(int index, const PointerAct& act)
{
  const ViewCell* cell = grid_->cell(index);
  if (!cell || cell->content().series.empty()) return;
  panels_->tools().point(index, act);
  show_readout(*cell, act);
}
}  // namespace nadir::viewer
