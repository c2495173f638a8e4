#include "viewer/model/reading_model.h"

#include <algorithm>
#include <array>

#include "reading/audit/event_words.h"
#include "session/begin_record.h"
#include "session/mask_bytes.h"
#include "session/record_writer.h"

namespace nadir::viewer
{
namespace
{
using reading::Reading;

std::filesystem::path path_of(const QString& file) { return file.toStdU16String(); }

/// What the reader of `now` may see of an event.
QString words_of(const reading::Event& event, const Reading& before, const Reading& now)
{
  return text_of(now.is_blinded() ? in_blinded_words(event, before, now.shown_timepoint()) : in_words(event, before));
}

QStringList words_of(const std::vector<reading::Event>& events, const Reading& now)
{
  QStringList words;
  Reading before;
  for (const auto& event : events)
  {
    words.append(words_of(event, before, now));
    before.apply(event);
  }
  return words;
}

bool sees_the_same(const Reading& a, const Reading& b)
{
  return a.is_blinded() == b.is_blinded() && a.shown_timepoint() == b.shown_timepoint();
}

reading::Fragment fragment_of(const reading::DrawnCaliper& drawn)
{
  return {drawn.longest, std::nullopt, drawn.series, drawn.sop_instance};
}

std::string_view letters_of(measure::LesionRole role)
{
  switch (role)
  {
  case measure::LesionRole::Target: return "T";
  case measure::LesionRole::NonTarget: return "NT";
  case measure::LesionRole::New: return "N";
  }
  return "";
}

std::string numbered(std::string_view letters, int number)
{
  return std::string(letters) + (number < 10 ? "0" : "") + std::to_string(number);
}

std::optional<segmentation::Mask> voxels_in(const std::string& bytes, std::optional<int> label)
{
  const auto lesions = session::lesions_in(bytes);
  if (!lesions) return std::nullopt;
  const auto found = std::find_if(lesions->begin(), lesions->end(), [&](const auto& lesion) { return !label || lesion.label == *label; });
  if (found == lesions->end()) return std::nullopt;
  const auto* mask = std::get_if<segmentation::Mask>(&found->shape);
  return mask ? std::optional(*mask) : std::nullopt;
}
}  // namespace

ReadingModel::ReadingModel(QObject* parent) : QObject(parent) {}
ReadingModel::~ReadingModel() = default;

bool ReadingModel::begin(const QString& file, const QString& patient)
{
  return started(session::begin_record(path_of(file), {patient.toStdString(), reading::ReaderId{reader_.toStdString()}}), file);
}

bool ReadingModel::open(const QString& file) { return started(reading::RecordStore::open(path_of(file), reading::Access::Write), file); }

bool ReadingModel::started(Result<reading::RecordStore> store, const QString& file)
{
  if (!store) return refuse(store.failure());
  store_.reset();  // the old record is closed before the new one counts
  store_.emplace(std::move(*store));
  file_ = file;
  masks_.clear();
  tell_again();
  emit opened();
  emit changed();
  return true;
}

void ReadingModel::close()
{
  if (!store_) return;
  store_.reset();
  file_.clear();
  history_.clear();
  masks_.clear();
  emit opened();
  emit changed();
}

void ReadingModel::tell_again() { history_ = words_of(store_->events(), reading()); }

QString ReadingModel::when_and_who(qsizetype sequence) const
{
  const auto& event = store_->events().at(static_cast<std::size_t>(sequence - 1));
  const std::string when = reading::format_utc(event.when);  // "2026-03-20T08:15:02.123Z"
  const QString head = text_of(when.substr(0, 10) + " " + when.substr(11, 8) + " UTC, " + event.who.text());
  return event.why.empty() || reading().is_blinded() ? head : head + QStringLiteral(": ") + text_of(event.why);
}

void ReadingModel::set_reader(const QString& name) { reader_ = name.trimmed(); }

bool ReadingModel::is_read_only() const { return store_ && store_->is_read_only(); }
QString ReadingModel::read_only_reason() const { return store_ ? text_of(store_->read_only_reason()) : QString(); }
bool ReadingModel::can_change() const { return store_ && !store_->is_read_only() && reading().phase() == reading::Phase::Draft; }

const Reading& ReadingModel::reading() const
{
  static const Reading none;
  return store_ ? store_->reading() : none;
}

QString ReadingModel::undo_words() const
{
  const auto undoable = reading().undoable();
  return undoable.empty() ? QString() : history_.value(undoable.back() - 1);
}

QString ReadingModel::redo_words() const
{
  const auto redoable = reading().redoable();
  return redoable.empty() ? QString() : history_.value(redoable.back() - 1);
}

bool ReadingModel::refuse(const Failure& failure)
{
  emit refused(message_of(failure));
  return false;
}

bool ReadingModel::issue(const reading::Act& act, const QString& why, const std::vector<std::string>& blobs)
{
  if (!store_) return refuse(Failure{reading::RecordError::NotAllowed, "no case is open. Begin one or open one first."});
  const auto before = reading();
  const auto event = store_->issue({act, reading::ReaderId{reader_.toStdString()}, why.toStdString()}, session::stamp_now(), blobs);
  if (!event) return refuse(event.failure());
  if (sees_the_same(before, reading())) history_.append(words_of(*event, before, reading()));
  else tell_again();
  emit changed();
  return true;
}

bool ReadingModel::mark_lesion(const measure::Lesion& lesion) { return issue(reading::MarkLesion{lesion}); }
bool ReadingModel::withdraw_lesion(const LesionId& lesion, const QString& reason) { return issue(reading::WithdrawLesion{lesion}, reason); }
bool ReadingModel::reclassify(const LesionId& lesion, measure::LesionRole role) { return issue(reading::Reclassify{lesion, role}); }

bool ReadingModel::correct_organ(const measure::Lesion& lesion)
{
  return issue(reading::ChangeOrgan{lesion.id, lesion.organ, lesion.nodal});
}

bool ReadingModel::add_fragment(const LesionId& lesion, const TimepointLabel& timepoint, const reading::DrawnCaliper& part)
{
  const auto marked = marks(lesion, timepoint);
  reading::StatedState split{"SPLIT", {}, {}, {}};
  if (marked.state) split.fragments = marked.state->fragments;
  if (marked.caliper && !(*marked.caliper == part)) split.fragments.push_back(fragment_of(*marked.caliper));
  split.fragments.push_back(fragment_of(part));
  return set_state(lesion, timepoint, split);
}

bool ReadingModel::move_fragment(const LesionId& lesion, const TimepointLabel& timepoint, std::size_t part,
                                 const reading::DrawnCaliper& now)
{
  auto split = marks(lesion, timepoint).state;
  if (!split || part >= split->fragments.size())
    return refuse(
        Failure{reading::RecordError::NotAllowed, "lesion " + lesion.text() + " has no such part (nothing was moved). Draw it first."});
  if (split->fragments[part] == fragment_of(now)) return true;
  split->fragments[part] = fragment_of(now);
  return set_state(lesion, timepoint, *split);
}

bool ReadingModel::merge_into(const LesionId& lesion, const TimepointLabel& timepoint, const LesionId& carrier)
{
  return set_state(lesion, timepoint, {"MERGED_INTO", {}, {}, carrier});
}

bool ReadingModel::put_caliper(const LesionId& lesion, const TimepointLabel& timepoint, const reading::DrawnCaliper& caliper)
{
  const auto marked = marks(lesion, timepoint);
  if (!marked.caliper) return issue(reading::PlaceCaliper{lesion, timepoint, caliper});
  return *marked.caliper == caliper || issue(reading::MoveCaliper{lesion, timepoint, caliper});
}

bool ReadingModel::put_line(const LesionId& lesion, const TimepointLabel& timepoint, const reading::DrawnCaliper& drawn)
{
  const auto marked = marks(lesion, timepoint);
  const bool is_split = marked.state && marked.state->state == "SPLIT";
  return is_split ? add_fragment(lesion, timepoint, drawn) : put_caliper(lesion, timepoint, drawn);
}

bool ReadingModel::accept_segmentation(const LesionId& lesion, const TimepointLabel& timepoint, const SegmentationToAccept& segmentation)
{
  const auto bytes = session::mask_bytes(segmentation.mask);
  if (!bytes) return refuse(bytes.failure());
  const reading::AcceptedMask accepted{session::digest_of(*bytes), std::nullopt, segmentation.source};
  const auto standing = marks(lesion, timepoint).mask;
  masks_.try_emplace({accepted.mask, 0}, segmentation.mask);  // whoever shows it need not read it back
  return (standing && *standing == accepted) || issue(reading::AcceptSegmentation{lesion, timepoint, accepted}, {}, {*bytes});
}

bool ReadingModel::set_state(const LesionId& lesion, const TimepointLabel& timepoint, const reading::StatedState& state)
{
  return issue(reading::SetState{lesion, timepoint, state});
}

bool ReadingModel::clear_marks(const LesionId& lesion, const TimepointLabel& timepoint)
{
  return issue(reading::ClearMarks{lesion, timepoint});
}
bool ReadingModel::answer_question(const QString& key) { return issue(reading::ConfirmQuestion{key.toStdString()}); }

bool ReadingModel::use_protocol(const QString& file)
{
  const auto bytes = session::small_file(path_of(file));
  return bytes ? issue(reading::UseProtocol{session::digest_of(*bytes)}, {}, {*bytes}) : refuse(bytes.failure());
}

bool ReadingModel::comment(const QString& text) { return issue(reading::AddComment{text.toStdString()}); }
bool ReadingModel::undo() { return issue(reading::Undo{}); }
bool ReadingModel::redo() { return issue(reading::Redo{}); }
bool ReadingModel::sign(const QString& meaning, const QString& language)
{
  return issue(reading::Sign{meaning.toStdString(), {}, language.toStdString()});
}
bool ReadingModel::reopen(const QString& reason) { return issue(reading::Reopen{}, reason); }

LesionId ReadingModel::free_id(measure::LesionRole role) const
{
  int number = 1;
  while (reading().find(LesionId{numbered(letters_of(role), number)})) ++number;
  return LesionId{numbered(letters_of(role), number)};
}

reading::LesionMarks ReadingModel::marks(const LesionId& lesion, const TimepointLabel& timepoint) const
{
  const auto* found = reading().find(lesion);
  if (!found) return {};
  const auto marked = found->marks.find(timepoint);
  return marked == found->marks.end() ? reading::LesionMarks{} : marked->second;
}

std::optional<segmentation::Mask> ReadingModel::accepted_mask(const LesionId& lesion, const TimepointLabel& timepoint)
{
  const auto accepted = marks(lesion, timepoint).mask;
  if (!accepted) return std::nullopt;
  const std::pair key{accepted->mask, accepted->label.value_or(0)};
  if (const auto known = masks_.find(key); known != masks_.end()) return known->second;
  const auto bytes = store_->blob(accepted->mask);
  return masks_[key] = bytes ? voxels_in(*bytes, accepted->label) : std::nullopt;
}
}  // namespace nadir::viewer
