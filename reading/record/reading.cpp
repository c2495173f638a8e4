#include "reading/record/reading.h"

#include <algorithm>

#include "imaging/digest/sha256.h"
#include "imaging/result/expects.h"
#include "reading/record/canonical_writer.h"

namespace nadir::reading
{
namespace
{
template <class... Function> struct Overloaded : Function...
{
  using Function::operator()...;
};

ReadLesion& lesion_of(Content& content, const LesionId& id)
{
  const auto found = std::find_if(content.lesions.begin(), content.lesions.end(), [&](const auto& entry) { return entry.lesion.id == id; });
  NADIR_EXPECTS(found != content.lesions.end());
  return *found;
}

ReadTimepoint& timepoint_of(Content& content, const TimepointLabel& label)
{
  const auto found =
      std::find_if(content.timepoints.begin(), content.timepoints.end(), [&](const auto& entry) { return entry.label == label; });
  NADIR_EXPECTS(found != content.timepoints.end());
  return *found;
}

template <class Placed> LesionMarks& marks_of(Content& content, const Placed& act)
{
  return lesion_of(content, act.lesion).marks[act.timepoint];
}

template <class Placed> void draw(Content& content, const Placed& act)
{
  auto& marks = marks_of(content, act);
  marks.caliper = act.caliper;
  marks.state.reset();
}

void change(Content& content, const Event& event)
{
  std::visit(Overloaded{[&](const LoadImages& act) {
                          content.timepoints.push_back({act.timepoint, act.images, {}});
                        },
                        [&](const ChooseSeries& act) { timepoint_of(content, act.timepoint).chosen_series.push_back(act.series); },
                        [&](const UseProtocol& act) { content.protocol = act.protocol; },
                        [&](const ConfirmQuestion& act) { content.confirmed.insert(act.question); },
                        [&](const AlignDate& act)
                        {
                          if (act.offset == PatientVector{}) content.offsets.erase(act.timepoint);
                          else content.offsets[act.timepoint] = act.offset;
                        },
                        [&](const MarkLesion& act) {
                          content.lesions.push_back({act.lesion, {}});
                        },
                        [&](const WithdrawLesion& act)
                        { std::erase_if(content.lesions, [&](const auto& entry) { return entry.lesion.id == act.lesion; }); },
                        [&](const Reclassify& act) { lesion_of(content, act.lesion).lesion.role = act.role; },
                        [&](const ChangeOrgan& act)
                        {
                          auto& lesion = lesion_of(content, act.lesion).lesion;
                          lesion.organ = act.organ;
                          lesion.nodal = act.nodal;
                        },
                        [&](const PlaceCaliper& act) { draw(content, act); }, [&](const MoveCaliper& act) { draw(content, act); },
                        [&](const AcceptSegmentation& act)
                        {
                          auto& marks = marks_of(content, act);
                          marks.mask = act.mask;
                          marks.state.reset();
                        },
                        [&](const SetNecrosisThreshold& act) { marks_of(content, act).threshold = act.threshold; },
                        [&](const ResetNecrosisThreshold& act) { marks_of(content, act).threshold.reset(); },
                        [&](const SetState& act) {
                          marks_of(content, act) = LesionMarks{{}, {}, {}, act.state};
                        },
                        [&](const ClearMarks& act) { lesion_of(content, act.lesion).marks.erase(act.timepoint); },
                        [&](const AddComment& act) {
                          content.remarks.push_back({event.who, event.when, act.text});
                        },
                        [](const auto&) {}},
             event.act);
}

void write_marks(CanonicalText& out, const LesionMarks& marks)
{
  detail::CanonicalWriter writer(out);
  out.begin_object();
  const auto part = [&](std::string_view key, const auto& value)
  {
    if (!value) return;
    out.key(key);
    writer.object(*value);
  };
  part("caliper", marks.caliper);
  part("segmentation", marks.mask);
  part("necrosis_threshold", marks.threshold);
  part("stated", marks.state);
  out.end_object();
}

void write_offset(CanonicalText& out, const std::pair<const TimepointLabel, PatientVector>& offset)
{
  out.begin_object();
  AlignDate act{offset.first, offset.second};
  detail::CanonicalWriter writer(out);
  fields(writer, act);
  out.end_object();
}

void write_timepoint(CanonicalText& out, const ReadTimepoint& timepoint)
{
  detail::CanonicalWriter writer(out);
  out.begin_object();
  writer.field("timepoint", timepoint.label);
  writer.optional("images", timepoint.images);
  out.key("series");
  out.begin_array();
  for (const auto& series : timepoint.chosen_series) out.text(series.text());
  out.end_array();
  out.end_object();
}

void write_lesion(CanonicalText& out, const ReadLesion& lesion)
{
  detail::CanonicalWriter writer(out);
  out.begin_object();
  fields(writer, lesion.lesion);
  out.key("marks");
  out.begin_object();
  for (const auto& [label, marks] : lesion.marks)
  {
    out.key(label.text());
    write_marks(out, marks);
  }
  out.end_object();
  out.end_object();
}

void write_remark(CanonicalText& out, const Remark& remark)
{
  detail::CanonicalWriter writer(out);
  out.begin_object();
  writer.field("who", remark.who);
  writer.field("when", format_utc(remark.when));
  writer.field("text", remark.text);
  out.end_object();
}

void write_signature(CanonicalText& out, const Signature& signature)
{
  detail::CanonicalWriter writer(out);
  out.begin_object();
  writer.field("who", signature.who);
  writer.field("when", format_utc(signature.when));
  writer.field("meaning", signature.meaning);
  writer.field("state", signature.state);
  writer.optional("language", signature.language);
  out.end_object();
}

template <class Values, class Write> void write_list(CanonicalText& out, std::string_view key, const Values& values, Write write)
{
  out.key(key);
  out.begin_array();
  for (const auto& value : values) write(out, value);
  out.end_array();
}

void write_content(CanonicalText& out, const Content& content)
{
  out.begin_object();
  detail::CanonicalWriter(out).optional("protocol", content.protocol);
  write_list(out, "confirmed", content.confirmed, [](CanonicalText& to, const std::string& question) { to.text(question); });
  write_list(out, "timepoints", content.timepoints, write_timepoint);
  if (!content.offsets.empty()) write_list(out, "offsets", content.offsets, write_offset);
  write_list(out, "lesions", content.lesions, write_lesion);
  write_list(out, "comments", content.remarks, write_remark);
  out.end_object();
}
}  // namespace

std::string_view name_of(Phase phase)
{
  switch (phase)
  {
  case Phase::NotBegun: return "not begun";
  case Phase::Draft: return "draft";
  case Phase::Locked: return "locked";
  case Phase::Signed: return "signed";
  }
  return "";
}

void Reading::step(std::vector<Step>& from, std::vector<Step>& to)
{
  NADIR_EXPECTS(!from.empty());
  to.push_back({from.back().event, content_});
  content_ = from.back().content;
  from.pop_back();
}

void Reading::see_only(const TimepointLabel& timepoint)
{
  is_blinded_ = true;
  shown_timepoint_ = timepoint;
}

void Reading::see_all()
{
  is_blinded_ = false;
  shown_timepoint_ = {};
}

void Reading::change_content(const Event& event)
{
  auto changed = std::make_shared<Content>(*content_);
  change(*changed, event);
  past_.push_back({event.sequence, content_});
  future_.clear();
  content_ = std::move(changed);
}

void Reading::apply(const Event& event)
{
  events_ = event.sequence;
  std::visit(Overloaded{[&](const BeginRecord& act)
                        {
                          record_ = act.record;
                          patient_ = act.patient;
                          phase_ = Phase::Draft;
                          version_ = 1;
                        },
                        [&](const Blind& act) { see_only(act.timepoint); }, [&](const Unblind&) { see_all(); },
                        [&](const ShowTimepoint& act) { shown_timepoint_ = act.timepoint; }, [&](const Undo&) { step(past_, future_); },
                        [&](const Redo&) { step(future_, past_); },
                        [&](const Lock& act)
                        {
                          phase_ = Phase::Locked;
                          locked_state_ = act.state;
                          results_ = act.results;
                          see_all();
                        },
                        [&](const Sign& act)
                        {
                          phase_ = Phase::Signed;
                          signatures_.push_back({event.who, event.when, act.meaning, act.state, act.language});
                        },
                        [&](const Reopen&)
                        {
                          phase_ = Phase::Draft;
                          ++version_;
                          signatures_.clear();
                          locked_state_ = {};
                          results_ = {};
                        },
                        [&](const auto&) { change_content(event); }},
             event.act);
}

std::vector<std::int64_t> Reading::undoable() const
{
  std::vector<std::int64_t> events;
  for (const auto& step : past_) events.push_back(step.event);
  return events;
}

std::vector<std::int64_t> Reading::redoable() const
{
  std::vector<std::int64_t> events;
  for (const auto& step : future_) events.push_back(step.event);
  std::reverse(events.begin(), events.end());
  return events;
}

const ReadTimepoint* Reading::find(const TimepointLabel& label) const
{
  for (const auto& timepoint : content_->timepoints)
    if (timepoint.label == label) return &timepoint;
  return nullptr;
}

const ReadLesion* Reading::find(const LesionId& id) const
{
  for (const auto& lesion : content_->lesions)
    if (lesion.lesion.id == id) return &lesion;
  return nullptr;
}

Millimeters length_of(const Fragment& fragment)
{
  if (fragment.longest) return distance(fragment.longest->from, fragment.longest->to);
  return fragment.length.value_or(Millimeters{0});
}

Digest Reading::state_digest() const { return Digest{imaging::sha256_of(canonical_text(*this))}; }

std::string canonical_text(const Reading& reading)
{
  CanonicalText out;
  detail::CanonicalWriter writer(out);
  out.begin_object();
  writer.field("record", reading.record());
  writer.field("patient", reading.patient());
  writer.field("phase", std::string(name_of(reading.phase())));
  writer.field("version", reading.version());
  if (reading.is_blinded()) writer.field("blinded", true);
  writer.optional("locked_state", reading.locked_state());
  writer.optional("results", reading.results());
  write_list(out, "signatures", reading.signatures(), write_signature);
  out.key("content");
  write_content(out, reading.content());
  out.end_object();
  return out.str();
}
}  // namespace nadir::reading
