#pragma once

#include <QWidget>
#include <map>
#include <vector>

#include "viewer/render/render_surfaces.h"
#include "viewer/widget/display_state.h"

namespace nadir::viewer
{
/// The lesions of one time point in three dimensions: outer surface, necrosis inside it, the diameter as a rod.
///
/// Left drag turns, middle drag or Alt + left pans, the wheel zooms, a double click shows it from the front again.
class SurfaceCanvas : public QWidget
{
  Q_OBJECT
public:
  SurfaceCanvas(CaseSession& session, DisplayState& display, QWidget* parent = nullptr);

  void show_lesions(const TimepointLabel& timepoint);
  /// False while a surface is being made in the background.
  bool is_complete() const { return in_the_making_ == 0; }

signals:
  void activated();

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

private:
  /// Keeps the mask, so that the address of its voxels stays its own.
  struct Known
  {
    segmentation::Mask mask;
    std::shared_ptr<const TriangleSurface> surface;  ///< nullptr while it is being made
  };
  struct Label
  {
    PatientPoint at;
    QString text;
    QColor color;
  };

  void collect();
  void add_lesion(const reading::ReadLesion& lesion);
  void add_diameter(const reading::ReadLesion& lesion);
  /// Adds the surface of a mask, or has it made in the background and adds it then.
  void add_surface(const segmentation::Mask& mask, Argb color, double opacity);
  void look_from_front();
  /// Half the diagonal of the largest lesion at any date, mm: both dates are seen at one scale.
  double largest_radius() const;

  CaseSession& session_;
  DisplayState& display_;
  TimepointLabel timepoint_;
  SliceView view_;
  std::vector<SurfaceItem> items_;
  std::vector<Label> labels_;
  std::map<const void*, Known> surfaces_;  ///< by the address of the mask's voxels
  int in_the_making_ = 0;
  Picture picture_;
  bool picture_is_old_ = true;
  bool is_placed_ = false;
  QPointF last_;
};
}  // namespace nadir::viewer
