#pragma once

#include <QFrame>
#include <QTimer>

#include "viewer/widget/cell_scene.h"
#include "viewer/widget/slice_canvas.h"

class QLabel;
class QMenu;
class QScrollBar;
class QStackedWidget;
class QToolButton;

namespace nadir::viewer
{
class SurfaceCanvas;

/// One cell of the grid: a header (time point, series, plane, window, cine), the canvas, and the bar of its slices.
///
/// Binds the canvas to the session: the linked cursor moves its slice, its own scrolling moves the cursor. A series dropped on it hangs in
/// it.
class ViewCell : public QFrame
{
  Q_OBJECT
public:
  ViewCell(CaseSession& session, DisplayState& display, int index, QWidget* parent = nullptr);
  ~ViewCell() override;

  int index() const { return index_; }
  const CellContent& content() const { return content_; }
  SliceCanvas& canvas() const { return *canvas_; }

  /// Reads from the session what hangs here.
  void hang();
  void set_plane(CellPlane plane);
  /// The reader's own plane: the one seen now, tilted by degrees about screen right and screen down.
  void tilt(double about_right, double about_down);
  void combine(Combination combination, const SeriesKey& other);
  void set_colors(ColorMap colors);
  void set_fusion_opacity(double opacity);
  void set_active(bool is_active);
  void run_cine(bool runs);
  void invert();
  void set_window(const DisplayWindow& window);

  /// What other cells draw a line of.
  OtherView as_other() const;
  void set_others(std::vector<OtherView> others);
  /// Builds the scene anew from the session, once, before the next painting.
  void refresh();
  /// Takes over place and scale of a parallel view, carried between the dates.
  void follow(const OtherView& leader);

signals:
  void activated(int index);
  void looked_at();               ///< plane, slice, place or scale have changed
  void place_changed(int index);  ///< by the reader: pan or zoom
  void pointer(int index, const nadir::viewer::PointerAct& act);
  void maximize_requested(int index);

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  QWidget* make_header();
  void bind_canvas();
  void bind_header();
  void bind_session();
  void rebuild();
  void update_header();
  void fit_header();
  void update_slice_bar();
  void move_to_cursor();
  void tell_cursor();
  void show_page();
  void step_cine();

  CaseSession& session_;
  DisplayState& display_;
  const int index_;
  CellContent content_;
  std::vector<OtherView> others_;
  QStackedWidget* pages_;
  SliceCanvas* canvas_;
  SurfaceCanvas* surface_ = nullptr;  ///< made when first asked for
  QScrollBar* slices_;
  QLabel* timepoint_label_ = nullptr;
  QLabel* title_label_ = nullptr;
  QString title_;
  QLabel* warning_label_ = nullptr;
  QToolButton* plane_button_ = nullptr;
  QToolButton* window_button_ = nullptr;
  QToolButton* cine_button_ = nullptr;
  QTimer cine_;
  bool is_active_ = false;
  bool refresh_is_due_ = false;
};
}  // namespace nadir::viewer
