#pragma once

#include <QImage>
#include <QWidget>
#include <optional>

#include "viewer/render/render_slice.h"
#include "viewer/widget/canvas_scene.h"

namespace nadir::viewer
{
/// What the pointer does on a canvas.
enum class PointerKind
{
  Press,
  Move,  ///< with the left button down
  Release,
  Hover,  ///< without a button
  DoubleClick,
  Leave,
};

/// The left button, or no button, at a place of a canvas.
struct PointerAct
{
  PointerKind kind = PointerKind::Hover;
  ViewPoint place;       ///< device pixels of the view
  PatientPoint patient;  ///< in the plane, frame of the base image
  Qt::KeyboardModifiers modifiers;
};

/// One view of a volume: pixels from `render_slice`, everything else drawn over them as vector shapes.
///
/// Wheel: slices. Ctrl + wheel: zoom. Middle button, or left with Space held: pan. Right drag: window. Left button: whoever listens to
/// `pointer`. Keys of a canvas with the focus: up, down, page up, page down, home, end; plus and minus zoom.
class SliceCanvas : public QWidget
{
  Q_OBJECT
public:
  explicit SliceCanvas(QWidget* parent = nullptr);

  const CanvasScene& scene() const { return scene_; }
  /// Shows a scene; the place that is looked at stays.
  void set_scene(CanvasScene scene);

  /// What is seen; its size is that of the widget in device pixels.
  const SliceView& view() const { return view_; }
  void set_plane(const ViewPlane& plane);  ///< keeps the centre
  void set_centre(PatientPoint centre);
  void set_scale(double mm_per_pixel);
  /// Whole image in view, in the slice that is seen.
  void fit();
  /// A millimetre of the patient is a millimetre on the glass, as far as the screen tells its size truly.
  void show_life_size();
  /// Moves by slices and tells by `slice_changed`.
  void scroll(int steps);
  void zoom(double factor);

  QSize minimumSizeHint() const override { return {96, 96}; }

signals:
  void slice_changed();  ///< by the reader: wheel, keys
  void place_changed();  ///< by the reader: pan or zoom
  void window_dragged(nadir::viewer::DisplayWindow window);
  void pointer(const nadir::viewer::PointerAct& act);
  void menu_requested(const QPoint& at);  ///< right click without a drag; global position
  void activated();                       ///< any press or key: this is the view at hand

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  enum class Drag
  {
    None,
    Pointer,
    Pan,
    Window,
  };

  ViewPoint place_of(QPointF position) const;
  void tell(PointerKind kind, QPointF position, Qt::KeyboardModifiers modifiers);
  void adopt_size();
  void paint_placeholder(QPainter& painter) const;
  void draw_layer();
  void change_view(const SliceView& view);
  void drag_window(QPointF to);

  CanvasScene scene_;
  SliceView view_;
  Picture picture_;
  bool picture_is_old_ = true;
  QImage layer_;  ///< the picture with everything drawn over it: what hovering tools uncover costs one copy
  bool layer_is_old_ = true;
  bool is_fitted_ = true;  ///< follows the widget's size until the reader pans or zooms
  Drag drag_ = Drag::None;
  QPointF drag_from_;
  QPointF pressed_at_;
  DisplayWindow window_before_;
  double window_reach_ = 1.0;
  int wheel_rest_ = 0;  ///< eighths of a degree not yet used
};
}  // namespace nadir::viewer
