#pragma once

#include <QWidget>
#include <vector>

#include "viewer/widget/view_cell.h"

class QGridLayout;

namespace nadir::viewer
{
/// The cells of the layout. Knows which view is at hand, draws each view's plane as a line in the others, and lets parallel views pan and
/// zoom together.
class ViewGrid : public QWidget
{
  Q_OBJECT
public:
  ViewGrid(CaseSession& session, DisplayState& display, QWidget* parent = nullptr);

  ViewCell* active() const;
  ViewCell* cell(int index) const;
  int count() const { return static_cast<int>(cells_.size()); }
  void activate(int index);
  /// One cell over the whole grid, or the grid again.
  void toggle_maximized(int index);

  enum class Movement
  {
    Together,
    Alone,
  };
  Movement movement() const { return movement_; }
  void set_movement(Movement movement);

signals:
  void active_changed(int index);
  void pointer(int index, const nadir::viewer::PointerAct& act);

private:
  void lay_out();
  void add_cell(int index);
  void look_around();
  void lead(int index);

  CaseSession& session_;
  DisplayState& display_;
  QGridLayout* grid_;
  std::vector<ViewCell*> cells_;
  int active_ = 0;
  int maximized_ = -1;
  Movement movement_ = Movement::Together;
  bool look_is_due_ = false;
};
}  // namespace nadir::viewer
