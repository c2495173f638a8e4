// What the segmentation actions of the window do.
#include "viewer/widget/tool_control.h"

namespace nadir::viewer
{
void ToolControl::propagate()
{
  const auto timepoints = session_.images().timepoints();
  for (std::size_t n = 1; n < timepoints.size(); ++n)
  {
    const auto mask = mask_at_hand(timepoints[n - 1]);
    if (!mask || mask_at_hand(timepoints[n])) continue;
    const ViewCell* cell = cell_of(timepoints[n - 1]);
    if (!cell) return refuse(tr("no series of the earlier date is shown. Hang the one on which the lesion was segmented."));
    return session_.segmentation().propagate(cell->content().series, *mask, timepoints[n]);
  }
  refuse(tr("there is no date to which the lesion at hand could be propagated (it needs a segmentation at the date before). Segment it "
            "first (G)."));
}

void ToolControl::tell_tissue()
{
  const ViewCell* cell = grid_.active();
  if (!cell || cell->content().series.empty()) return;
  const auto mask = mask_at_hand(cell->content().series.timepoint);
  if (!mask) return refuse(tr("the lesion at hand has no segmentation at this date. Segment it first (G)."));
  const LesionId lesion = session_.current_lesion();
  session_.segmentation().tell_tissue(
      {cell->content().series, lesion, *mask, session_.reading().marks(lesion, cell->content().series.timepoint).threshold});
}

void ToolControl::accept_gone(const Proposal& proposal)
{
  const LesionId lesion = session_.current_lesion();
  if (!session_.reading().reading().find(lesion)) return refuse(tr("no lesion is at hand. Choose one in the table."));
  if (session_.reading().set_state(lesion, proposal.series.timepoint, {"ABSENT", "gone after propagation, seen by the reader"}))
    display_.set_proposal({});
}

void ToolControl::accept()
{
  const auto proposal = display_.proposal();
  if (!proposal) return refuse(tr("nothing is proposed. Draw a caliper and press G, or click a lesion (K)."));
  if (proposal->is_gone) return accept_gone(*proposal);
  if (proposal->mask.is_empty())
    return refuse(tr("nothing would be left of the segmentation. State the lesion as absent instead, or discard it."));
  const LesionId lesion = lesion_to_mark();
  if (lesion.empty()) return;
  if (session_.reading().accept_segmentation(lesion, proposal->series.timepoint, {proposal->mask, proposal->source}))
    display_.set_proposal({});
}

void ToolControl::discard()
{
  session_.segmentation().cancel();
  display_.set_proposal({});
}

void ToolControl::operate_on_mask(MaskOperation operation)
{
  const ViewCell* cell = grid_.active();
  if (!cell || cell->content().series.empty()) return;
  const TimepointLabel timepoint = cell->content().series.timepoint;
  const auto mask = mask_at_hand(timepoint);
  if (!mask) return refuse(tr("the lesion at hand has no segmentation at this date. Segment it first (G)."));
  const auto edited = operate(operation, *mask, sizes_);
  if (!edited) return emit message(message_of(edited.failure()));
  take_mask(timepoint, {*edited, name_of(operation).section('.', 1).toStdString()});
}

void ToolControl::keep_window()
{
  const ViewCell* cell = grid_.active();
  const auto volume = cell ? session_.images().volume(cell->content().series) : nullptr;
  if (!volume) return;
  const TimepointLabel timepoint = cell->content().series.timepoint;
  const auto mask = mask_at_hand(timepoint);
  if (!mask) return refuse(tr("the lesion at hand has no segmentation at this date. Segment it first (G)."));
  const auto edited = within_window(*mask, *volume, cell->canvas().scene().recipe.base.window);
  if (!edited) return emit message(message_of(edited.failure()));
  take_mask(timepoint, {*edited, "threshold"});
}

void ToolControl::take_automatic_diameter()
{
  const ViewCell* cell = grid_.active();
  if (!cell || cell->content().series.empty()) return;
  const TimepointLabel timepoint = cell->content().series.timepoint;
  const LesionId lesion = session_.current_lesion();
  const auto* assessed = session_.lesions().assessed(lesion, timepoint);
  if (!assessed || !assessed->longest_diameter || session_.reading().marks(lesion, timepoint).caliper)
    return refuse(tr(
        "the lesion at hand has no automatic diameter at this date (it comes from a segmentation without a caliper). Segment it first."));
  const auto& longest = *assessed->longest_diameter;
  reading::DrawnCaliper caliper{{longest.from, longest.to}, std::nullopt, longest.series, longest.sop_instance};
  if (const auto& across = assessed->short_axis) caliper.short_axis = reading::Line{across->from, across->to};
  session_.reading().put_caliper(lesion, timepoint, caliper);
}
}  // namespace nadir::viewer
