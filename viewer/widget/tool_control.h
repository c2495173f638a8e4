#pragma once

#include <QObject>
#include <QPointer>
#include <map>

#include "viewer/interaction/mask_operation.h"
#include "viewer/interaction/tool_box.h"
#include "viewer/widget/new_lesion.h"
#include "viewer/widget/view_grid.h"
#include "viewer/widget/window_actions.h"

namespace nadir::viewer
{
class ToolOverlay;

/// Binds the pointer in the views to the tool at hand, and what comes of it to the record and the segmentation job. Adds the actions of
/// tools and segmentation to the window's.
class ToolControl : public QObject
{
  Q_OBJECT
public:
  ToolControl(CaseSession& session, DisplayState& display, ViewGrid& grid, WindowActions& actions, QObject* parent);

  Tool tool() const { return box_.tool(); }
  void take(Tool tool);
  const ToolOptions& options() const { return box_.options(); }
  void set_options(const ToolOptions& options);  ///< remembered
  const OperationSizes& sizes() const { return sizes_; }
  void set_sizes(const OperationSizes& sizes);  ///< remembered
  const NewLesion& new_lesion() const { return new_lesion_; }
  void set_new_lesion(const NewLesion& lesion) { new_lesion_ = lesion; }

  /// What happened on the canvas of a cell.
  void point(int cell, const PointerAct& act);

  /// Proposes the voxels of the lesion at hand from its caliper at the time point of the view at hand.
  void segment_caliper();
  /// Proposes the lesion at hand at the next time point without it.
  void propagate();
  void tell_tissue();
  void accept();
  void discard();
  void operate_on_mask(MaskOperation operation);
  void keep_window();
  /// Makes the automatic diameters of the lesion at hand the reader's own caliper, which can then be corrected.
  void take_automatic_diameter();
  /// Gives up the gesture, else the proposal, else the tool.
  void escape();

signals:
  void hint_changed(const QString& hint);
  void message(const nadir::viewer::Message& message);
  /// What messages with this code were about has been decided.
  void settled(const QString& code);

private:
  void tell_proposal(const Proposal& proposal);
  void tell_warnings(const QString& code, const QStringList& warnings);
  void add_tool_actions(WindowActions& actions);
  void add_segment_actions(WindowActions& actions);
  void change_brush(double factor);
  ViewContext context_of(const ViewCell& cell) const;
  void perform(ViewCell& cell, const ModeResult& result);
  void put_caliper(const ViewCell& cell, const PutCaliper& put);
  void draw_strokes(const ViewCell& cell, const DrawStrokes& strokes);
  void take_mask(const TimepointLabel& timepoint, const SegmentationToAccept& mask);
  /// The lesion at hand; a new one is marked where there is none. Empty when that was refused.
  LesionId lesion_to_mark();
  void accept_gone(const Proposal& proposal);
  std::optional<segmentation::Mask> mask_at_hand(const TimepointLabel& timepoint) const;
  const ViewCell* cell_of(const TimepointLabel& timepoint) const;
  void watch(ViewCell& cell);
  void repaint();
  /// Says what the mouse will do, and what may be done with a proposal.
  void tell_hint(const Pointer& pointer);
  /// The tool at hand is one of those that change the reading, which may not be changed.
  bool is_refused_now() const;
  QString refused_words() const;
  void refuse(const QString& words);

  CaseSession& session_;
  DisplayState& display_;
  ViewGrid& grid_;
  ToolBox box_;
  OperationSizes sizes_;
  NewLesion new_lesion_;
  std::map<Tool, QAction*> tool_actions_;
  QPointer<ViewCell> under_pointer_;
  Pointer last_pointer_;
  bool is_pressed_ = false;
  std::map<const SliceCanvas*, QPointer<ToolOverlay>> overlays_;
};
}  // namespace nadir::viewer
