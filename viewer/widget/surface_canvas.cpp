#include "viewer/widget/surface_canvas.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <QtConcurrent>
#include <algorithm>
#include <cmath>

#include "viewer/widget/canvas_painter.h"
#include "viewer/widget/cell_scene.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr double rod_radius = 0.9;  // mm

/// Middle and half diagonal of the box around all points.
struct Reach
{
  PatientPoint middle;
  double radius = 0.0;
};

Reach reach_of(const std::vector<SurfaceItem>& items)
{
  PatientPoint low{1e300, 1e300, 1e300}, high{-1e300, -1e300, -1e300};
  for (const SurfaceItem& item : items)
    for (const PatientPoint& p : item.surface->points)
    {
      low = {std::min(low.left, p.left), std::min(low.posterior, p.posterior), std::min(low.superior, p.superior)};
      high = {std::max(high.left, p.left), std::max(high.posterior, p.posterior), std::max(high.superior, p.superior)};
    }
  return {low + 0.5 * (high - low), 0.5 * distance(low, high).value()};
}
}  // namespace

SurfaceCanvas::SurfaceCanvas(CaseSession& session, DisplayState& display, QWidget* parent)
    : QWidget(parent), session_(session), display_(display)
{
  setAttribute(Qt::WA_OpaquePaintEvent);
  setFocusPolicy(Qt::ClickFocus);
  view_.plane = radiological_plane(AnatomicalPlane::Coronal);
}

void SurfaceCanvas::show_lesions(const TimepointLabel& timepoint)
{
  timepoint_ = timepoint;
  collect();
  picture_is_old_ = true;
  update();
}

void SurfaceCanvas::add_surface(const segmentation::Mask& mask, Argb color, double opacity)
{
  const void* voxels = mask.row(mask.box().first.j, mask.box().first.k).data();
  const auto [entry, is_new] = surfaces_.try_emplace(voxels, Known{mask, nullptr});
  if (entry->second.surface) items_.push_back({entry->second.surface, color, opacity});
  if (!is_new) return;
  ++in_the_making_;
  QtConcurrent::run([mask] { return std::make_shared<const TriangleSurface>(lesion_surface(mask)); })
      .then(this,
            [this, voxels](const std::shared_ptr<const TriangleSurface>& surface)
            {
              --in_the_making_;
              surfaces_.at(voxels).surface = surface;
              show_lesions(timepoint_);
            });
}

void SurfaceCanvas::collect()
{
  items_.clear();
  labels_.clear();
  if (session_.blinding().shows_results_of(timepoint_))
    for (const auto& lesion : session_.reading().reading().content().lesions) add_lesion(lesion);
  if (items_.empty() || is_placed_ || in_the_making_ > 0) return;
  is_placed_ = true;
  look_from_front();
}

void SurfaceCanvas::add_lesion(const reading::ReadLesion& lesion)
{
  const auto mask = display_.accepted_mask(lesion.lesion.id, timepoint_);
  if (mask && !mask->is_empty()) add_surface(*mask, lesion_color(lesion.lesion.role).rgb(), 0.35);
  const auto tissue = display_.tissue(timepoint_);
  if (mask && tissue && display_.decorations() & Decoration::Tissue)
    for (const auto& part : tissue->parts)
      if (part.tissue != segmentation::TissueClass::Viable && !part.mask.is_empty())
        add_surface(part.mask, tissue_color(part.tissue).rgb(), 1.0);
  add_diameter(lesion);
}

void SurfaceCanvas::add_diameter(const reading::ReadLesion& lesion)
{
  PatientPoint from, to;
  const auto marks = session_.reading().marks(lesion.lesion.id, timepoint_);
  const auto* assessed = session_.lesions().assessed(lesion.lesion.id, timepoint_);
  if (marks.caliper) from = marks.caliper->longest.from, to = marks.caliper->longest.to;
  else if (assessed && assessed->longest_diameter) from = assessed->longest_diameter->from, to = assessed->longest_diameter->to;
  const double length = distance(from, to).value();
  if (!(length > 0.0)) return;
  items_.push_back({std::make_shared<const TriangleSurface>(rod(from, to, rod_radius)), 0xffffe060, 1.0});
  labels_.push_back({to, QString::fromStdString(lesion.lesion.id.text()) + "  " + tr("%1 mm").arg(QLocale().toString(length, 'f', 1)),
                     QColor(0xff, 0xe0, 0x60)});
}

double SurfaceCanvas::largest_radius() const
{
  double largest = 0.0;
  for (const auto& timepoint : session_.images().timepoints())
    for (const auto& lesion : session_.reading().reading().content().lesions)
      if (const auto mask = display_.accepted_mask(lesion.lesion.id, timepoint); mask && !mask->is_empty())
      {
        const auto& box = mask->box();
        const VoxelIndex last{box.first.i + box.size.i - 1, box.first.j + box.size.j - 1, box.first.k + box.size.k - 1};
        largest = std::max(largest,
                           0.5 * distance(mask->geometry().voxel_to_patient(box.first), mask->geometry().voxel_to_patient(last)).value());
      }
  return largest;
}

void SurfaceCanvas::look_from_front()
{
  const Reach reach = reach_of(items_);
  view_.plane = radiological_plane(AnatomicalPlane::Coronal);
  view_.centre = reach.middle;
  view_.mm_per_pixel = 2.3 * std::max(reach.radius, largest_radius()) / std::max(1, std::min(view_.size.width, view_.size.height));
  picture_is_old_ = true;
  update();
}

void SurfaceCanvas::paintEvent(QPaintEvent*)
{
  const double ratio = devicePixelRatioF();
  QPainter painter(this);
  painter.scale(1.0 / ratio, 1.0 / ratio);
  if (items_.empty())
  {
    painter.fillRect(QRect(0, 0, view_.size.width, view_.size.height), QColor(0x0c, 0x0d, 0x0e));
    painter.setPen(theme::quiet);
    QFont words = font();
    words.setPixelSize(static_cast<int>(13 * ratio));
    painter.setFont(words);
    painter.drawText(QRect(0, 0, view_.size.width, view_.size.height), Qt::AlignCenter | Qt::TextWordWrap,
                     in_the_making_ > 0 ? tr("Building the surface ...")
                                        : tr("No lesion has a volume or a diameter at this time point yet"));
    return;
  }
  if (std::exchange(picture_is_old_, false)) picture_ = render_surfaces(items_, view_);
  const auto* bytes = reinterpret_cast<const uchar*>(picture_.pixels.data());
  painter.drawImage(QPoint(0, 0), QImage(bytes, picture_.size.width, picture_.size.height, picture_.size.width * 4, QImage::Format_RGB32));
  const CanvasPainter frame(painter, view_, ratio);
  frame.paint_frame();
  for (const Label& label : labels_) frame.paint_label(view_.to_view(label.at), label.text, label.color);
}

void SurfaceCanvas::resizeEvent(QResizeEvent*)
{
  view_.size = {static_cast<int>(std::lround(width() * devicePixelRatioF())),
                static_cast<int>(std::lround(height() * devicePixelRatioF()))};
  picture_is_old_ = true;
  if (!items_.empty()) look_from_front();
}

void SurfaceCanvas::mousePressEvent(QMouseEvent* event)
{
  emit activated();
  last_ = event->position();
}

void SurfaceCanvas::mouseMoveEvent(QMouseEvent* event)
{
  const QPointF way = event->position() - std::exchange(last_, event->position());
  const double ratio = devicePixelRatioF();
  if (event->buttons() & Qt::MiddleButton || event->modifiers() & Qt::AltModifier)
    view_ = panned(view_, {0, 0}, {way.x() * ratio, way.y() * ratio});
  else if (event->buttons() & Qt::LeftButton) view_.plane = tilted(view_.plane, way.y() * 0.5, -way.x() * 0.5);
  picture_is_old_ = true;
  update();
}

void SurfaceCanvas::mouseDoubleClickEvent(QMouseEvent*)
{
  if (!items_.empty()) look_from_front();
}

void SurfaceCanvas::wheelEvent(QWheelEvent* event)
{
  const double ratio = devicePixelRatioF();
  view_ = zoomed(view_, std::pow(1.15, event->angleDelta().y() / 120.0), {event->position().x() * ratio, event->position().y() * ratio});
  picture_is_old_ = true;
  update();
}
}  // namespace nadir::viewer
