#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "imaging/result/result.h"
#include "measure/lesion/lesion.h"
#include "reading/store/record_store.h"
#include "segmentation/mask/mask.h"
#include "viewer/model/message.h"

namespace nadir::viewer
{
/// A segmentation to be taken as the lesion: its voxels, and how they came about ("one click", "propagation", "brush", ...).
struct SegmentationToAccept
{
  segmentation::Mask mask;
  std::string source;
};

/// The record of one case, as one reader works on it. Every act is a command of `reading/`; what is not confirmed on the disk has not
/// happened, and `refused` says why. Works on one record at a time; without one every act is refused.
///
/// Every act returns whether it was confirmed. `changed` follows each confirmed act, and opening and closing.
class ReadingModel : public QObject
{
  Q_OBJECT
public:
  explicit ReadingModel(QObject* parent = nullptr);
  ~ReadingModel() override;

  /// Begins CASE.nadir; `patient` is the case's own name, never one from an image.
  bool begin(const QString& file, const QString& patient);
  /// Opens a record: to write if nobody else does, otherwise read-only with the reason (read_only_reason).
  bool open(const QString& file);
  void close();
  bool is_open() const { return store_.has_value(); }

  const QString& file() const { return file_; }
  const QString& reader() const { return reader_; }
  void set_reader(const QString& name);
  bool is_read_only() const;
  QString read_only_reason() const;
  /// Draft, written by us: acts are possible.
  bool can_change() const;

  /// State of the record; an empty one when none is open.
  const reading::Reading& reading() const;
  /// The record itself, for what needs its blobs; nullptr when none is open.
  reading::RecordStore* store() { return store_ ? &*store_ : nullptr; }
  /// "moved the caliper of T01 ..." of every event, oldest first. While the record is read blinded, without the values of other time points
  /// than the one shown; so are the words of undo and redo.
  const QStringList& history() const { return history_; }
  /// "2026-03-20 08:15:02 UTC, M. Reader", with the reason if one was given (not while blinded: it may tell of other dates): of event
  /// `sequence`, 1 for the first.
  QString when_and_who(qsizetype sequence) const;
  /// What undo would take back, and redo would bring again, in words; "" = nothing.
  QString undo_words() const;
  QString redo_words() const;

  /// Any act; blobs are the bytes it names by digest.
  bool issue(const reading::Act& act, const QString& why = {}, const std::vector<std::string>& blobs = {});

  bool mark_lesion(const measure::Lesion& lesion);
  bool withdraw_lesion(const LesionId& lesion, const QString& reason);
  bool reclassify(const LesionId& lesion, measure::LesionRole role);
  /// Corrects the organ, and whether it is a lymph node, of the lesion of that name; its marks stay. Role: see reclassify.
  bool correct_organ(const measure::Lesion& lesion);
  /// Places the caliper, or moves the one that is there; the same place again is no act and no refusal.
  bool put_caliper(const LesionId& lesion, const TimepointLabel& timepoint, const reading::DrawnCaliper& caliper);
  /// The same, but on a lesion that fell apart the line is one more part of it.
  bool put_line(const LesionId& lesion, const TimepointLabel& timepoint, const reading::DrawnCaliper& drawn);
  /// Keeps the voxels in the record and takes them as the lesion.
  bool accept_segmentation(const LesionId& lesion, const TimepointLabel& timepoint, const SegmentationToAccept& segmentation);
  bool set_state(const LesionId& lesion, const TimepointLabel& timepoint, const reading::StatedState& state);
  /// One more part of a target that fell apart (rule T4). A caliper that stands becomes the first part.
  bool add_fragment(const LesionId& lesion, const TimepointLabel& timepoint, const reading::DrawnCaliper& part);
  /// The line of one part, counted from 0, lies elsewhere now; the same place again is no act and no refusal.
  bool move_fragment(const LesionId& lesion, const TimepointLabel& timepoint, std::size_t part, const reading::DrawnCaliper& now);
  /// The whole mass is measured on another target from now on (rule T4).
  bool merge_into(const LesionId& lesion, const TimepointLabel& timepoint, const LesionId& carrier);
  bool clear_marks(const LesionId& lesion, const TimepointLabel& timepoint);
  bool answer_question(const QString& key);
  bool use_protocol(const QString& file);
  bool comment(const QString& text);
  bool undo();
  bool redo();
  /// `meaning`: the words that the reader saw, in `language` ("de").
  bool sign(const QString& meaning, const QString& language = {});
  bool reopen(const QString& reason);

  /// "T01", "NT01" or "N01", the first that is free.
  LesionId free_id(measure::LesionRole role) const;
  /// Marks of a lesion at a time point; none when nothing was marked.
  reading::LesionMarks marks(const LesionId& lesion, const TimepointLabel& timepoint) const;
  /// The accepted voxels; nullopt without, or when they cannot be read as voxels (a contour file).
  std::optional<segmentation::Mask> accepted_mask(const LesionId& lesion, const TimepointLabel& timepoint);

signals:
  void opened();   ///< also when it was closed: everything is new
  void changed();  ///< the state, by one confirmed act
  void refused(const nadir::viewer::Message& message);

private:
  bool refuse(const Failure& failure);
  void tell_again();

  bool started(Result<reading::RecordStore> store, const QString& file);

  std::optional<reading::RecordStore> store_;
  QString file_;
  QString reader_;
  QStringList history_;
  std::map<std::pair<reading::Digest, int>, std::optional<segmentation::Mask>> masks_;  ///< read from blobs; label 0 = the only one
};
}  // namespace nadir::viewer
