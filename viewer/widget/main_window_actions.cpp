// The part of MainWindow that says what its actions do.
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <cmath>

#include "imaging/geometry/nearest_voxel.h"
#include "viewer/render/slice_steps.h"
#include "viewer/widget/main_window.h"
#include "viewer/widget/message_bar.h"

namespace nadir::viewer
{
namespace
{
/// "L 12.3  P 4.5  H 33.0 mm"
QString place_words(PatientPoint p)
{
  const auto part = [](double value, QChar positive, QChar negative)
  { return QString("%1 %2").arg(value < 0 ? negative : positive).arg(QLocale().toString(std::abs(value), 'f', 1)); };
  return QString("%1  %2  %3 mm").arg(part(p.left, 'L', 'R'), part(p.posterior, 'P', 'A'), part(p.superior, 'H', 'F'));
}
}  // namespace

void MainWindow::bind_case_actions()
{
  WindowActions& actions = *actions_;
  connect(actions["case.images"], &QAction::triggered, this, &MainWindow::ask_for_images);
  connect(actions["case.open"], &QAction::triggered, this, &MainWindow::ask_for_case);
  connect(actions["case.close"], &QAction::triggered, &session_, &CaseSession::close);
  connect(actions["case.quit"], &QAction::triggered, this, &QWidget::close);
  connect(actions["edit.undo"], &QAction::triggered, messages_, &QWidget::hide);  // what was said of the act that goes
  connect(actions["edit.undo"], &QAction::triggered, &session_.reading(), &ReadingModel::undo);
  connect(actions["edit.redo"], &QAction::triggered, &session_.reading(), &ReadingModel::redo);
  connect(actions["panel.full-screen"], &QAction::toggled, this, [this](bool full) { full ? showFullScreen() : showNormal(); });
}

void MainWindow::bind_view_actions()
{
  const auto on_active = [this](const char* name, auto act)
  {
    connect((*actions_)[name], &QAction::triggered, this,
            [this, act]
            {
              if (ViewCell* cell = grid_->active()) act(*cell);
            });
  };
  on_active("view.fit", [](ViewCell& cell) { cell.canvas().fit(); });
  on_active("view.life-size", [](ViewCell& cell) { cell.canvas().show_life_size(); });
  on_active("view.maximize", [this](ViewCell& cell) { grid_->toggle_maximized(cell.index()); });
  on_active("view.next", [this](ViewCell& cell) { grid_->activate((cell.index() + 1) % grid_->count()); });
  on_active("view.cine", [this](ViewCell& cell) { cell.run_cine((*actions_)["view.cine"]->isChecked()); });
  on_active("view.acquired", [](ViewCell& cell) { cell.set_plane(CellPlane::Acquired); });
  on_active("view.axial", [](ViewCell& cell) { cell.set_plane(CellPlane::Axial); });
  on_active("view.coronal", [](ViewCell& cell) { cell.set_plane(CellPlane::Coronal); });
  on_active("view.sagittal", [](ViewCell& cell) { cell.set_plane(CellPlane::Sagittal); });
  on_active("view.surface", [](ViewCell& cell) { cell.set_plane(CellPlane::Surface); });
  on_active("window.auto", [this](ViewCell& cell) { display_.forget_window(cell.content().series); });
  on_active("window.invert", [](ViewCell& cell) { cell.invert(); });
  on_active("window.slice",
            [](ViewCell& cell)
            {
              if (const auto& volume = cell.canvas().scene().recipe.base.volume)
                cell.set_window(automatic_window(*volume, nearest_slice(volume->geometry(), cell.canvas().view().centre)));
            });
}

void MainWindow::bind_display_actions()
{
  const auto bind = [this](const char* name, Decoration decoration)
  {
    QAction* action = (*actions_)[name];
    action->setChecked(display_.decorations().testFlag(decoration));
    connect(action, &QAction::toggled, this,
            [this, decoration](bool on) { display_.set_decorations(display_.decorations().setFlag(decoration, on)); });
  };
  bind("show.crosshair", Decoration::Crosshair);
  bind("show.references", Decoration::ReferenceLines);
  bind("show.outlines", Decoration::Outlines);
  bind("show.diameters", Decoration::Diameters);
  bind("show.tissue", Decoration::Tissue);
  bind("show.texts", Decoration::Texts);
  QAction* blocks = (*actions_)["window.blocks"];
  blocks->setChecked(display_.interpolation() == Interpolation::Nearest);
  connect(blocks, &QAction::toggled, this,
          [this](bool on) { display_.set_interpolation(on ? Interpolation::Nearest : Interpolation::Linear); });
  QAction* together = (*actions_)["view.together"];
  together->setChecked(grid_->movement() == ViewGrid::Movement::Together);
  connect(together, &QAction::toggled, this,
          [this](bool on) { grid_->set_movement(on ? ViewGrid::Movement::Together : ViewGrid::Movement::Alone); });
}

void MainWindow::bind_link_actions()
{
  connect((*actions_)["link.on"], &QAction::toggled, &session_.link(), &LinkModel::set_on);
  connect((*actions_)["link.take"], &QAction::triggered, this, &MainWindow::take_offset);
  connect((*actions_)["link.reset"], &QAction::triggered, this,
          [this]
          {
            for (const auto& timepoint : session_.images().timepoints()) session_.link().set_offset(timepoint, {});
          });
}

void MainWindow::take_offset()
{
  const auto timepoints = session_.images().timepoints();
  const ViewCell* cell = grid_->active();
  if (timepoints.size() < 2 || !cell) return;
  const TimepointLabel there = cell->content().series.timepoint == timepoints.front() ? timepoints[1] : cell->content().series.timepoint;
  if (session_.link().is_on())
  {
    tell(
        {MessageKind::Note,
         tr("The dates are linked, so their crosshairs lie at the same place already. Switch the link off, put both crosshairs on the same "
            "structure, then take them."),
         {}});
    return;
  }
  session_.link().take_offset_from(session_.link().cursor(timepoints.front()), there, session_.link().cursor(there));
  session_.link().set_on(true);
}

void MainWindow::show_readout(const ViewCell& cell, const PointerAct& act)
{
  const auto volume = cell.content().plane == CellPlane::Surface ? nullptr : cell.canvas().scene().recipe.base.volume;
  if (!volume || act.kind == PointerKind::Leave)
  {
    readout_->clear();
    return;
  }
  const auto nearest = nearest_voxel(volume->geometry().patient_to_voxel(act.patient));
  QString words = place_words(act.patient);
  if (volume->geometry().size().contains(nearest))
    words += QString("   %1 %2").arg(QLocale().toString(volume->value(nearest), 'f', 0), QString::fromStdString(volume->unit()));
  readout_->setText(words);
}

void MainWindow::ask_for_images()
{
  auto* dialog = new QFileDialog(this, tr("Open images"), QSettings().value("open/images").toString());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& folder)
          {
            QSettings().setValue("open/images", folder);
            open(folder);
          });
  dialog->show();
}

void MainWindow::ask_for_case()
{
  auto* dialog = new QFileDialog(this, tr("Open case"), QSettings().value("open/case").toString(), tr("Cases (*.nadir)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::open);
  dialog->show();
}
}  // namespace nadir::viewer
