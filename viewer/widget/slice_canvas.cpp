#include "viewer/widget/slice_canvas.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "viewer/render/slice_steps.h"
#include "viewer/widget/canvas_painter.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr double zoom_per_notch = 1.15;

bool same_transform(const imaging::RigidTransform& a, const imaging::RigidTransform& b)
{
  return a.rotation() == b.rotation() && a.translation() == b.translation() && a.centre() == b.centre();
}

bool same_layer(const ImageLayer& a, const ImageLayer& b)
{
  return a.volume == b.volume && a.window == b.window && a.colors == b.colors && same_transform(a.view_to_volume, b.view_to_volume);
}

/// Masks share their voxels when copied.
bool same_mask(const segmentation::Mask& a, const segmentation::Mask& b)
{
  if (a.is_empty() || b.is_empty()) return a.is_empty() && b.is_empty();
  return a.row(a.box().first.j, a.box().first.k).data() == b.row(b.box().first.j, b.box().first.k).data();
}

bool same_tint(const TintLayer& a, const TintLayer& b)
{
  return a.color == b.color && a.opacity == b.opacity && same_transform(a.view_to_mask, b.view_to_mask) && same_mask(a.mask, b.mask);
}

bool same_fusion(const FusedLayer& a, const FusedLayer& b) { return a.opacity == b.opacity && same_layer(a.image, b.image); }

template <class Layer, class Same> bool same_optional(const std::optional<Layer>& a, const std::optional<Layer>& b, Same same)
{
  return a && b ? same(*a, *b) : a.has_value() == b.has_value();
}

bool same_pixels(const SliceRecipe& a, const SliceRecipe& b)
{
  return same_layer(a.base, b.base) && a.interpolation == b.interpolation && same_optional(a.subtracted, b.subtracted, same_layer) &&
         same_optional(a.fused, b.fused, same_fusion) &&
         std::equal(a.tints.begin(), a.tints.end(), b.tints.begin(), b.tints.end(), same_tint);
}
}  // namespace

SliceCanvas::SliceCanvas(QWidget* parent) : QWidget(parent)
{
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::ClickFocus);
  setCursor(Qt::CrossCursor);
}

void SliceCanvas::set_scene(CanvasScene scene)
{
  const bool is_first = !scene_.has_image() && scene.has_image();
  if (!same_pixels(scene_.recipe, scene.recipe)) picture_is_old_ = true;
  layer_is_old_ = true;
  scene_ = std::move(scene);
  if (is_first) fit();
  update();
}

void SliceCanvas::change_view(const SliceView& view)
{
  if (view == view_) return;
  view_ = view;
  picture_is_old_ = layer_is_old_ = true;
  update();
}

void SliceCanvas::set_plane(const ViewPlane& plane)
{
  SliceView view = view_;
  view.plane = plane;
  change_view(view);
  if (is_fitted_) fit();
}

void SliceCanvas::set_centre(PatientPoint centre)
{
  SliceView view = view_;
  view.centre = centre;
  change_view(view);
}

void SliceCanvas::set_scale(double mm_per_pixel)
{
  SliceView view = view_;
  view.mm_per_pixel = mm_per_pixel;
  is_fitted_ = false;
  change_view(view);
}

void SliceCanvas::fit()
{
  is_fitted_ = true;
  if (scene_.has_image()) change_view(fitted(view_, scene_.recipe.base.volume->geometry()));
}

void SliceCanvas::show_life_size()
{
  const double dots_per_inch = screen() ? screen()->physicalDotsPerInch() : 96.0;
  set_scale(25.4 / dots_per_inch / devicePixelRatioF());
  emit place_changed();
}

void SliceCanvas::scroll(int steps)
{
  if (!scene_.has_image() || steps == 0) return;
  set_centre(scrolled(view_.plane, scene_.recipe.base.volume->geometry(), view_.centre, steps));
  emit slice_changed();
}

void SliceCanvas::zoom(double factor)
{
  is_fitted_ = false;
  change_view(zoomed(view_, factor, {0.5 * view_.size.width, 0.5 * view_.size.height}));
  emit place_changed();
}

ViewPoint SliceCanvas::place_of(QPointF position) const { return {position.x() * devicePixelRatioF(), position.y() * devicePixelRatioF()}; }

void SliceCanvas::tell(PointerKind kind, QPointF position, Qt::KeyboardModifiers modifiers)
{
  const ViewPoint place = place_of(position);
  emit pointer({kind, place, view_.to_patient(place), modifiers});
}

void SliceCanvas::adopt_size()
{
  const double ratio = devicePixelRatioF();
  const ViewSize size{static_cast<int>(std::lround(width() * ratio)), static_cast<int>(std::lround(height() * ratio))};
  if (size == view_.size) return;
  SliceView view = view_;
  view.size = size;
  change_view(view);
  if (is_fitted_) fit();
}

void SliceCanvas::paintEvent(QPaintEvent*)
{
  adopt_size();  // the screen's pixel ratio may have changed
  QPainter painter(this);
  painter.scale(1.0 / devicePixelRatioF(), 1.0 / devicePixelRatioF());
  if (!scene_.has_image()) return paint_placeholder(painter);
  if (std::exchange(layer_is_old_, false)) draw_layer();
  painter.drawImage(QPoint(0, 0), layer_);
}

void SliceCanvas::paint_placeholder(QPainter& painter) const
{
  const QRect all(0, 0, view_.size.width, view_.size.height);
  const int edge = static_cast<int>(20 * devicePixelRatioF());
  painter.fillRect(all, QColor(0x0c, 0x0d, 0x0e));
  painter.setPen(theme::quiet);
  QFont words = font();
  words.setPixelSize(static_cast<int>(13 * devicePixelRatioF()));
  painter.setFont(words);
  painter.drawText(all.adjusted(edge, edge, -edge, -edge), Qt::AlignCenter | Qt::TextWordWrap, scene_.placeholder);
}

void SliceCanvas::draw_layer()
{
  if (std::exchange(picture_is_old_, false))
  {
    scene_.recipe.view = view_;
    render_slice(scene_.recipe, picture_);
  }
  const auto* bytes = reinterpret_cast<const uchar*>(picture_.pixels.data());
  const QImage pixels(bytes, picture_.size.width, picture_.size.height, picture_.size.width * 4, QImage::Format_RGB32);
  if (layer_.size() != pixels.size()) layer_ = QImage(pixels.size(), QImage::Format_RGB32);
  QPainter painter(&layer_);
  painter.setFont(font());
  painter.setCompositionMode(QPainter::CompositionMode_Source);
  painter.drawImage(QPoint(0, 0), pixels);
  painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
  CanvasPainter(painter, view_, devicePixelRatioF()).paint(scene_);
}

void SliceCanvas::resizeEvent(QResizeEvent*) { adopt_size(); }

void SliceCanvas::wheelEvent(QWheelEvent* event)
{
  emit activated();
  event->accept();
  if (event->modifiers() & Qt::ControlModifier)
  {
    is_fitted_ = false;
    change_view(zoomed(view_, std::pow(zoom_per_notch, event->angleDelta().y() / 120.0), place_of(event->position())));
    emit place_changed();
    return;
  }
  wheel_rest_ += event->angleDelta().y();
  const int notches = wheel_rest_ / 120;
  wheel_rest_ -= 120 * notches;
  scroll(event->modifiers() & Qt::ShiftModifier ? -5 * notches : -notches);
}

void SliceCanvas::mousePressEvent(QMouseEvent* event)
{
  emit activated();
  drag_from_ = pressed_at_ = event->position();
  if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && event->modifiers() == Qt::AltModifier))
    drag_ = Drag::Pan;
  else if (event->button() == Qt::RightButton)
  {
    drag_ = Drag::Window;
    window_before_ = scene_.recipe.base.window;
    window_reach_ = scene_.has_image() ? automatic_window(*scene_.recipe.base.volume).width : 1.0;
  }
  else if (event->button() == Qt::LeftButton)
  {
    drag_ = Drag::Pointer;
    tell(PointerKind::Press, event->position(), event->modifiers());
  }
}

void SliceCanvas::mouseMoveEvent(QMouseEvent* event)
{
  switch (drag_)
  {
  case Drag::None: return tell(PointerKind::Hover, event->position(), event->modifiers());
  case Drag::Pointer: return tell(PointerKind::Move, event->position(), event->modifiers());
  case Drag::Window: return drag_window(event->position());
  case Drag::Pan:
    is_fitted_ = false;
    change_view(panned(view_, place_of(std::exchange(drag_from_, event->position())), place_of(event->position())));
    emit place_changed();
  }
}

void SliceCanvas::drag_window(QPointF to)
{
  const QPointF way = to - pressed_at_;
  if (way.manhattanLength() >= QApplication::startDragDistance())
    emit window_dragged(dragged(window_before_, way.x(), way.y(), window_reach_));
}

void SliceCanvas::mouseReleaseEvent(QMouseEvent* event)
{
  const Drag drag = std::exchange(drag_, Drag::None);
  if (drag == Drag::Pointer) tell(PointerKind::Release, event->position(), event->modifiers());
  const bool is_click = (event->position() - pressed_at_).manhattanLength() < QApplication::startDragDistance();
  if (drag == Drag::Window && is_click) emit menu_requested(event->globalPosition().toPoint());
}

void SliceCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
  if (event->button() == Qt::LeftButton) tell(PointerKind::DoubleClick, event->position(), event->modifiers());
}

void SliceCanvas::leaveEvent(QEvent*) { tell(PointerKind::Leave, {}, {}); }

void SliceCanvas::keyPressEvent(QKeyEvent* event)
{
  emit activated();
  switch (event->key())
  {
  case Qt::Key_Up: return scroll(-1);
  case Qt::Key_Down: return scroll(1);
  case Qt::Key_PageUp: return scroll(-5);
  case Qt::Key_PageDown: return scroll(5);
  case Qt::Key_Home: return scroll(-100000);
  case Qt::Key_End: return scroll(100000);
  case Qt::Key_Plus:
  case Qt::Key_Equal: return zoom(zoom_per_notch);
  case Qt::Key_Minus: return zoom(1.0 / zoom_per_notch);
  default: QWidget::keyPressEvent(event);
  }
}
}  // namespace nadir::viewer
