#include "viewer/widget/view_grid.h"

#include <QApplication>
#include <QGridLayout>
#include <QSettings>
#include <algorithm>
#include <utility>

namespace nadir::viewer
{
ViewGrid::ViewGrid(CaseSession& session, DisplayState& display, QWidget* parent)
    : QWidget(parent), session_(session), display_(display), grid_(new QGridLayout(this))
{
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(3);
  movement_ = QSettings().value("view/together", true).toBool() ? Movement::Together : Movement::Alone;
  connect(&session_.hanging(), &HangingModel::layout_changed, this, &ViewGrid::lay_out);
  lay_out();
}

ViewCell* ViewGrid::cell(int index) const { return index >= 0 && index < count() ? cells_[static_cast<std::size_t>(index)] : nullptr; }

ViewCell* ViewGrid::active() const { return cell(active_); }

void ViewGrid::set_movement(Movement movement)
{
  movement_ = movement;
  QSettings().setValue("view/together", movement == Movement::Together);
}

void ViewGrid::add_cell(int index)
{
  auto* added = new ViewCell(session_, display_, index, this);
  connect(added, &ViewCell::activated, this, &ViewGrid::activate);
  connect(added, &ViewCell::maximize_requested, this, &ViewGrid::toggle_maximized);
  connect(added, &ViewCell::pointer, this, &ViewGrid::pointer);
  connect(added, &ViewCell::place_changed, this, &ViewGrid::lead);
  connect(added, &ViewCell::looked_at, this,
          [this]
          {
            if (std::exchange(look_is_due_, true)) return;
            QMetaObject::invokeMethod(this, &ViewGrid::look_around, Qt::QueuedConnection);
          });
  cells_.push_back(added);
}

void ViewGrid::lay_out()
{
  const Layout layout = session_.hanging().layout();
  maximized_ = -1;
  while (count() > layout.rows * layout.columns)
  {
    delete cells_.back();
    cells_.pop_back();
  }
  while (count() < layout.rows * layout.columns) add_cell(count());
  for (int row = 0; row < 8; ++row) grid_->setRowStretch(row, row < layout.rows ? 1 : 0);
  for (int column = 0; column < 8; ++column) grid_->setColumnStretch(column, column < layout.columns ? 1 : 0);
  for (int n = 0; n < count(); ++n)
  {
    grid_->removeWidget(cell(n));
    grid_->addWidget(cell(n), n / layout.columns, n % layout.columns);
    cell(n)->show();
    cell(n)->hang();
  }
  activate(std::min(active_, count() - 1));
}

void ViewGrid::activate(int index)
{
  const bool is_new = index != active_;
  active_ = index;
  for (int n = 0; n < count(); ++n) cell(n)->set_active(n == index && count() > 1);
  if (ViewCell* chosen = cell(index); chosen && !chosen->isAncestorOf(QApplication::focusWidget())) chosen->canvas().setFocus();
  if (is_new) emit active_changed(index);
}

void ViewGrid::toggle_maximized(int index)
{
  maximized_ = maximized_ < 0 ? index : -1;
  for (int n = 0; n < count(); ++n) cell(n)->setVisible(maximized_ < 0 || n == maximized_);
  const Layout layout = session_.hanging().layout();
  const int row = index / layout.columns, column = index % layout.columns;
  for (int n = 0; n < layout.rows; ++n) grid_->setRowStretch(n, maximized_ < 0 || n == row ? 1 : 0);
  for (int n = 0; n < layout.columns; ++n) grid_->setColumnStretch(n, maximized_ < 0 || n == column ? 1 : 0);
}

void ViewGrid::look_around()
{
  look_is_due_ = false;
  for (ViewCell* viewer : cells_)
  {
    std::vector<OtherView> others;
    for (ViewCell* other : cells_)
      if (other != viewer && other->isVisible() && other->canvas().scene().has_image()) others.push_back(other->as_other());
    viewer->set_others(std::move(others));
  }
}

void ViewGrid::lead(int index)
{
  if (movement_ == Movement::Alone || !session_.link().is_on()) return;
  const OtherView leader = cell(index)->as_other();
  for (ViewCell* follower : cells_)
    if (follower->index() != index) follower->follow(leader);
}
}  // namespace nadir::viewer
