#pragma once

#include <vector>

#include "viewer/widget/canvas_scene.h"
#include "viewer/widget/cell_plane.h"
#include "viewer/widget/display_state.h"

namespace nadir::viewer
{
/// An image laid over the cell's own, or taken off it.
enum class Combination
{
  None,
  Fused,
  Subtracted,
};

/// What hangs in a cell, as the reader chose it.
struct CellContent
{
  SeriesKey series;
  CellPlane plane = CellPlane::Acquired;
  ViewPlane oblique = radiological_plane(AnatomicalPlane::Axial);
  ColorMap colors = ColorMap::Gray;
  Combination combination = Combination::None;
  SeriesKey other;  ///< of the combination
  double fusion_opacity = 0.5;
};

/// What another cell looks at, for reference lines.
struct OtherView
{
  TimepointLabel timepoint;
  SliceView view;
  QColor color;
};

/// Builds what a canvas shows of a cell's content from the state of the session. `view`: what the canvas looks at now.
class CellScene
{
public:
  CellScene(CaseSession& session, DisplayState& display) : session_(session), display_(display) {}

  CanvasScene build(const CellContent& content, const SliceView& view, const std::vector<OtherView>& others) const;
  /// The texts alone, which change with every slice.
  CornerTexts corners(const CellContent& content, const SliceView& view) const;

private:
  std::shared_ptr<const imaging::Volume> shown_volume(const SeriesKey& key) const;
  QString placeholder(const SeriesKey& key) const;
  QString title_of(const SeriesKey& key) const;
  void add_layers(CanvasScene& scene, const CellContent& content) const;
  void add_lesions(CanvasScene& scene, const SeriesKey& key) const;
  void add_marks(CanvasScene& scene, const LesionId& lesion, const SeriesKey& key) const;
  void add_fragments(CanvasScene& scene, const reading::StatedState& state, const QString& name, const QColor& color) const;
  void add_proposal(CanvasScene& scene, const SeriesKey& key) const;
  void add_tissue(CanvasScene& scene, const SeriesKey& key) const;
  void add_others(CanvasScene& scene, const SeriesKey& key, const std::vector<OtherView>& others) const;
  imaging::RigidTransform between(const TimepointLabel& from, const TimepointLabel& to) const;

  CaseSession& session_;
  DisplayState& display_;
};

/// The color of a lesion by its role; lesions of one role differ in shade.
QColor lesion_color(measure::LesionRole role);

/// The color of a tissue class in overlays, legends and the 3D view.
QColor tissue_color(segmentation::TissueClass tissue);
}  // namespace nadir::viewer
