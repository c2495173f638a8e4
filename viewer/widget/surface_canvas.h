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
  struct Label
  {
    PatientPoint at;
    QString text;
    QColor color;
  };

  void collect();
  void add_lesion(const reading::ReadLesion& lesion);
  void add_diameter(const reading::ReadLesion& lesion);
  std::shared_ptr<const TriangleSurface> surface_of(const segmentation::Mask& mask);
  void look_from_front();

  CaseSession& session_;
  DisplayState& display_;
  TimepointLabel timepoint_;
  SliceView view_;
  std::vector<SurfaceItem> items_;
  std::vector<Label> labels_;
  std::map<const void*, std::shared_ptr<const TriangleSurface>> surfaces_;   ///< by the mask's voxels
  Picture picture_;
  bool picture_is_old_ = true;
  bool is_placed_ = false;
  QPointF last_;
};
}  // namespace nadir::viewer
