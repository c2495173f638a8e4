#include "viewer/widget/tool_control.h"

#include <QSettings>
#include <algorithm>
#include <utility>

#include "viewer/interaction/marks_at_hand.h"
#include "viewer/widget/cases.h"
#include "viewer/widget/tool_overlay.h"

namespace nadir::viewer
{
namespace
{
const char* default_key(Tool tool)
{
  switch (tool)
  {
  case Tool::Crosshair: return "C";
  case Tool::Caliper: return "D";
  case Tool::Bidirectional: return "Shift+D";
  case Tool::ClickLesion: return "K";
  case Tool::Scribble: return "S";
  case Tool::Brush: return "B";
  case Tool::Eraser: return "E";
  case Tool::Window: return "V";
  case Tool::Pan: return "H";
  case Tool::Zoom: return "Z";
  case Tool::Scroll: return "Shift+S";
  }
  return "";
}

const QString proposal_code = QStringLiteral("proposal"), tissue_code = QStringLiteral("tissue");

Pointer pointer_of(const PointerAct& act) { return {act.place, act.modifiers}; }
}  // namespace

ToolControl::ToolControl(CaseSession& session, DisplayState& display, ViewGrid& grid, WindowActions& actions, QObject* parent)
    : QObject(parent), session_(session), display_(display), grid_(grid)
{
  const QSettings settings;
  ToolOptions options;
  options.snapping = settings.value("tools/snap", false).toBool() ? Snapping::ToEdge : Snapping::Off;
  options.magnifying = settings.value("tools/magnify", true).toBool() ? Magnifying::WhileMeasuring : Magnifying::Off;
  options.brush_radius = Millimeters{settings.value("tools/brush", 5.0).toDouble()};
  options.brush_shape = settings.value("tools/ball", false).toBool() ? segmentation::BrushShape::Ball : segmentation::BrushShape::Disc;
  box_.set_options(options);
  sizes_.smoothing = Millimeters{settings.value("tools/smoothing", 1.5).toDouble()};
  sizes_.margin = Millimeters{settings.value("tools/margin", 2.0).toDouble()};
  sizes_.smallest_island = Milliliters{settings.value("tools/island", 0.1).toDouble()};
  add_tool_actions(actions);
  add_segment_actions(actions);
  connect(&session_.segmentation(), &SegmentationJob::proposed, this, &ToolControl::tell_proposal);
  connect(&session_.segmentation(), &SegmentationJob::tissue_told, this,
          [this](const TissueOverlay& overlay)
          { tell_warnings(tissue_code, texts_of(overlay.map->warnings) + texts_of(overlay.map->undecided)); });
  connect(&session_.reading(), &ReadingModel::changed, this, [this] { emit settled(tissue_code); });
  // What the mouse will do changes when the voxels come.
  connect(&session_.images(), &ImageLibrary::volume_ready, this, [this] { tell_hint(last_pointer_); });
  // What is proposed can be decided on as long as it is there, whatever the mouse does meanwhile.
  connect(&display_, &DisplayState::changed, this,
          [this]
          {
            tell_hint(last_pointer_);
            if (!display_.proposal()) emit settled(proposal_code);
          });
}

/// What was found where nothing is doubtful is no warning.
void ToolControl::tell_proposal(const Proposal& proposal)
{
  const QString found =
      proposal.is_gone ? tr("The lesion seems gone at the later date. Accept (A) to state it as absent.") : proposal.explanation;
  if (!proposal.warnings.isEmpty())
    return tell_warnings(proposal_code, (found.isEmpty() ? QStringList() : QStringList{found}) + proposal.warnings);
  if (!found.isEmpty()) emit message({MessageKind::Note, found, proposal_code});
}

/// All in one message: a later one would take the place of an earlier one.
void ToolControl::tell_warnings(const QString& code, const QStringList& warnings)
{
  if (!warnings.isEmpty()) emit message({MessageKind::Warning, warnings.join('\n'), code});
}

void ToolControl::add_tool_actions(WindowActions& actions)
{
  for (const Tool tool : all_tools())
  {
    QAction* action = actions.add(name_of(tool), title_of(tool), default_key(tool), WindowActions::Kind::Checkable);
    action->setChecked(tool == box_.tool());
    connect(action, &QAction::triggered, this, [this, tool] { take(tool); });
    tool_actions_[tool] = action;
  }
  const auto add = [&](const char* name, const QString& words, const char* key, auto act)
  { connect(actions.add(name, words, key), &QAction::triggered, this, act); };
  add("tool.smaller", tr("Smaller brush"), "[", [this] { change_brush(1.0 / 1.25); });
  add("tool.larger", tr("Larger brush"), "]", [this] { change_brush(1.25); });
  add("tool.escape", tr("Give up what is under way"), "Esc", [this] { escape(); });
}

void ToolControl::add_segment_actions(WindowActions& actions)
{
  const auto add = [&](const QString& name, const QString& words, const char* key, auto act)
  { connect(actions.add(name, words, key), &QAction::triggered, this, act); };
  add("segment.caliper", tr("Lesion from its caliper"), "G", [this] { segment_caliper(); });
  add("segment.accept", tr("Accept the proposal"), "A", [this] { accept(); });
  add("segment.discard", tr("Discard the proposal"), "Del", [this] { discard(); });
  add("segment.propagate", tr("Propagate to the next date"), "P", [this] { propagate(); });
  add("segment.tissue", tr("Tell viable from dead tissue"), "Shift+N", [this] { tell_tissue(); });
  add("segment.diameter", tr("Take the automatic diameter"), "Shift+A", [this] { take_automatic_diameter(); });
  add("segment.window", tr("Keep what lies within the window"), "", [this] { keep_window(); });
  for (const MaskOperation operation : all_operations())
    add(name_of(operation), title_of(operation, sizes_), operation == MaskOperation::FillBetweenSlices ? "Shift+I" : "",
        [this, operation] { operate_on_mask(operation); });
}

void ToolControl::take(Tool tool)
{
  box_.take(tool);
  for (const auto& [which, action] : tool_actions_) action->setChecked(which == tool);
  tell_hint({});
  repaint();
}

void ToolControl::tell_hint(const Pointer& pointer)
{
  last_pointer_ = pointer;
  const ViewCell* cell = under_pointer_ ? under_pointer_.data() : grid_.active();
  if (!cell || cell->content().series.empty()) return;
  QString words = is_refused_now() ? refused_words() : box_.mode().hint(context_of(*cell), pointer);
  if (display_.proposal()) words += QStringLiteral("   |   ") + tr("Dashed outline: proposed. A: accept   Del: discard");
  emit hint_changed(words);
}

bool ToolControl::is_refused_now() const
{
  return changes_reading(box_.tool()) && session_.reading().is_open() && !session_.reading().can_change();
}

QString ToolControl::refused_words() const
{
  return session_.reading().is_read_only() ? tr("Read only: this tool changes nothing here")
                                           : tr("The reading is locked: this tool changes nothing until it is reopened");
}

void ToolControl::set_options(const ToolOptions& options)
{
  box_.set_options(options);
  QSettings settings;
  settings.setValue("tools/snap", options.snapping == Snapping::ToEdge);
  settings.setValue("tools/magnify", options.magnifying == Magnifying::WhileMeasuring);
  settings.setValue("tools/brush", options.brush_radius.value());
  settings.setValue("tools/ball", options.brush_shape == segmentation::BrushShape::Ball);
}

void ToolControl::set_sizes(const OperationSizes& sizes)
{
  sizes_ = sizes;
  QSettings settings;
  settings.setValue("tools/smoothing", sizes.smoothing.value());
  settings.setValue("tools/margin", sizes.margin.value());
  settings.setValue("tools/island", sizes.smallest_island.value());
}

void ToolControl::change_brush(double factor)
{
  ToolOptions options = box_.options();
  options.brush_radius = Millimeters{std::clamp(options.brush_radius.value() * factor, 0.5, 60.0)};
  set_options(options);
  tell_hint(last_pointer_);
  repaint();
}

ViewContext ToolControl::context_of(const ViewCell& cell) const
{
  const SeriesKey& key = cell.content().series;
  ViewContext context;
  context.view = cell.canvas().view();
  context.window = cell.canvas().scene().recipe.base.window;
  context.pixel_ratio = cell.canvas().devicePixelRatioF();
  context.volume = session_.images().volume(key);
  if (context.volume) context.window_reach = display_.automatic(key, *context.volume).width;
  if (const auto* stack = session_.images().stack(key))
  {
    context.series = stack->series;
    for (const auto& slice : stack->slices) context.slices.push_back(slice.sop_instance);
  }
  if (!session_.blinding().shows_results_of(key.timepoint)) return context;
  tell_marks(session_.reading().marks(session_.current_lesion(), key.timepoint), context);
  context.mask = mask_at_hand(key.timepoint);
  return context;
}

std::optional<segmentation::Mask> ToolControl::mask_at_hand(const TimepointLabel& timepoint) const
{
  const auto& proposal = display_.proposal();
  if (proposal && proposal->series.timepoint == timepoint && !proposal->is_gone) return proposal->mask;
  const auto mask = display_.accepted_mask(session_.current_lesion(), timepoint);
  return mask ? std::optional(*mask) : std::nullopt;
}

void ToolControl::point(int index, const PointerAct& act)
{
  ViewCell* cell = grid_.cell(index);
  if (!cell || cell->content().series.empty() || cell->content().plane == CellPlane::Surface) return;
  watch(*cell);
  under_pointer_ = act.kind == PointerKind::Leave ? nullptr : cell;
  if (act.kind == PointerKind::Press || act.kind == PointerKind::Release) is_pressed_ = act.kind == PointerKind::Press;
  const ViewContext context = context_of(*cell);
  const Pointer pointer = pointer_of(act);
  switch (act.kind)
  {
  case PointerKind::Press: perform(*cell, box_.mode().press(context, pointer)); break;
  case PointerKind::Move: perform(*cell, box_.mode().drag(context, pointer)); break;
  case PointerKind::Release: perform(*cell, box_.mode().release(context, pointer)); break;
  case PointerKind::Hover: box_.mode().hover(context, pointer); break;
  case PointerKind::DoubleClick:
  case PointerKind::Leave: break;
  }
  tell_hint(act.kind == PointerKind::Leave ? Pointer{} : pointer);
  repaint();
}

void ToolControl::watch(ViewCell& cell)
{
  auto& overlay = overlays_[&cell.canvas()];
  if (!overlay)
    overlay = new ToolOverlay(cell.canvas(), [this, view = QPointer(&cell)]
                              { return view && view == under_pointer_ ? box_.mode().overlay(context_of(*view)) : Overlay{}; });
}

void ToolControl::repaint()
{
  for (const auto& [canvas, overlay] : overlays_)
    if (overlay) overlay->update();
}

void ToolControl::refuse(const QString& words) { emit message({MessageKind::Failure, words, {}}); }

void ToolControl::perform(ViewCell& cell, const ModeResult& result)
{
  const TimepointLabel timepoint = cell.content().series.timepoint;
  std::visit(Cases{[](std::monostate) {},
                   [&](const MoveView& move)
                   {
                     cell.canvas().set_scale(move.view.mm_per_pixel);
                     cell.canvas().set_centre(move.view.centre);
                     emit cell.canvas().place_changed();
                   },
                   [&](const ChangeWindow& change) { cell.set_window(change.window); },
                   [&](const ScrollView& scroll) { cell.canvas().scroll(scroll.steps); },
                   [&](const MoveCursor& move) { session_.link().set_cursor(timepoint, move.place); },
                   [&](const PutCaliper& put) { put_caliper(cell, put); },
                   [&](const FindLesion& find) { session_.segmentation().segment(cell.content().series, find.prompt); },
                   [&](const DrawStrokes& strokes) { draw_strokes(cell, strokes); },
                   [&](const EditMask& edit) {
                     take_mask(timepoint, {edit.mask, edit.source});
                   }},
             result);
}

LesionId ToolControl::lesion_to_mark()
{
  if (session_.reading().reading().find(session_.current_lesion())) return session_.current_lesion();
  const LesionId id = session_.reading().free_id(new_lesion_.role);
  if (!session_.reading().mark_lesion({id, new_lesion_.role, new_lesion_.organ.toStdString(), new_lesion_.nodal})) return {};
  session_.select_lesion(id);
  return id;
}

void ToolControl::put_caliper(const ViewCell& cell, const PutCaliper& put)
{
  const LesionId lesion = lesion_to_mark();
  const TimepointLabel timepoint = cell.content().series.timepoint;
  if (lesion.empty()) return;
  auto& reading = session_.reading();
  if (!(put.part ? reading.move_fragment(lesion, timepoint, *put.part, put.caliper) : reading.put_line(lesion, timepoint, put.caliper)))
    return;
  if (put.caliper.sop_instance.empty())
    emit message({MessageKind::Warning,
                  tr("The diameter was drawn on a reformat (RECIST measures in the acquired plane). Draw it in an acquired slice."),
                  {}});
}

void ToolControl::draw_strokes(const ViewCell& cell, const DrawStrokes& strokes)
{
  const auto& proposal = display_.proposal();
  if (proposal && proposal->series.timepoint == cell.content().series.timepoint) return session_.segmentation().refine(strokes.strokes);
  segmentation::LesionPrompt prompt;
  prompt.strokes = strokes.strokes;
  const bool has_inside = std::any_of(prompt.strokes.begin(), prompt.strokes.end(),
                                      [](const auto& stroke) { return stroke.kind == segmentation::StrokeKind::Foreground; });
  if (!has_inside) return refuse(tr("nothing is proposed that could be corrected. Scribble inside the lesion first."));
  session_.segmentation().segment(cell.content().series, prompt);
}

/// A proposal is corrected as a proposal; otherwise the edit is the reader's segmentation at once.
void ToolControl::take_mask(const TimepointLabel& timepoint, const SegmentationToAccept& edited)
{
  const auto& proposal = display_.proposal();
  if (proposal && proposal->series.timepoint == timepoint)
  {
    Proposal changed = *proposal;
    changed.mask = edited.mask;
    changed.is_gone = false;
    if (!changed.source.ends_with("corrected")) changed.source += ", corrected";
    return display_.set_proposal(std::move(changed));
  }
  if (edited.mask.is_empty()) return refuse(tr("nothing would be left of the segmentation. State the lesion as absent instead, or undo."));
  const LesionId lesion = lesion_to_mark();
  if (!lesion.empty()) session_.reading().accept_segmentation(lesion, timepoint, edited);
}

void ToolControl::segment_caliper()
{
  const ViewCell* cell = grid_.active();
  if (!cell || cell->content().series.empty()) return;
  const auto caliper = session_.reading().marks(session_.current_lesion(), cell->content().series.timepoint).caliper;
  if (!caliper) return refuse(tr("the lesion at hand has no caliper at this date. Draw its longest diameter first (D)."));
  segmentation::LesionPrompt prompt;
  prompt.long_axis = segmentation::PromptLine{caliper->longest.from, caliper->longest.to};
  if (caliper->short_axis) prompt.short_axis = segmentation::PromptLine{caliper->short_axis->from, caliper->short_axis->to};
  session_.segmentation().segment(cell->content().series, prompt);
}

const ViewCell* ToolControl::cell_of(const TimepointLabel& timepoint) const
{
  for (int n = 0; n < grid_.count(); ++n)
    if (const ViewCell* cell = grid_.cell(n); cell && !cell->content().series.empty() && cell->content().series.timepoint == timepoint)
      return cell;
  return nullptr;
}

void ToolControl::escape()
{
  const ViewCell* cell = grid_.active();
  const bool is_at_work = is_pressed_ || (cell && !box_.mode().overlay(context_of(*cell)).lines.empty());
  box_.mode().cancel();
  if (!is_at_work && display_.proposal()) discard();
  else if (!is_at_work) take(Tool::Crosshair);
  repaint();
}
}  // namespace nadir::viewer
