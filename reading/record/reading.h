#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reading/record/event.h"

namespace nadir::reading
{
struct ReadTimepoint
{
  TimepointLabel label;
  Digest images;                         ///< empty = no images
  std::vector<SeriesUid> chosen_series;  ///< in the order of choosing
};

struct ReadLesion
{
  measure::Lesion lesion;
  std::map<TimepointLabel, LesionMarks> marks;  ///< no entry = not assessed at that time point
};

struct Remark
{
  ReaderId who;
  UtcTime when;
  std::string text;
};

/// What can be undone: the reading itself.
struct Content
{
  Digest protocol;  ///< empty = the default protocol
  std::set<std::string> confirmed;
  std::vector<ReadTimepoint> timepoints;            ///< baseline first
  std::map<TimepointLabel, PatientVector> offsets;  ///< of dates moved by hand
  std::vector<ReadLesion> lesions;                  ///< in the order of marking
  std::vector<Remark> remarks;
};

struct Signature
{
  ReaderId who;
  UtcTime when;
  std::string meaning;
  Digest state;
  std::string language;  ///< of the meaning; "" = not said
};

enum class Phase
{
  NotBegun,  ///< no event yet
  Draft,
  Locked,
  Signed,
};
std::string_view name_of(Phase phase);  ///< "not begun", "draft", "locked", "signed"

/// What one reader did to one case, as it stands after some events: the fold over them (`apply`). A value: copies are cheap and
/// independent. Contents of earlier moments are kept for undo and shared between copies.
class Reading
{
public:
  const RecordId& record() const { return record_; }
  const std::string& patient() const { return patient_; }
  const Content& content() const { return *content_; }
  Phase phase() const { return phase_; }
  /// Whether dates, responses, flags and the results of other time points than `shown_timepoint` are hidden from the reader.
  bool is_blinded() const { return is_blinded_; }
  const TimepointLabel& shown_timepoint() const { return shown_timepoint_; }  ///< while blinded; "" = of none
  int version() const { return version_; }                                    ///< 1, 2, ...: raised by reopening
  const std::vector<Signature>& signatures() const { return signatures_; }    ///< of this version
  /// What the lock and every signature of this version hold; empty in a draft.
  const Digest& locked_state() const { return locked_state_; }
  const Digest& results() const { return results_; }  ///< blob of the numbers of the lock, if any
  std::int64_t events() const { return events_; }

  /// Events that undo would take back and redo would bring again, oldest first.
  std::vector<std::int64_t> undoable() const;
  std::vector<std::int64_t> redoable() const;

  /// SHA-256 of `canonical_text(reading)`.
  Digest state_digest() const;

  const ReadTimepoint* find(const TimepointLabel& label) const;
  const ReadLesion* find(const LesionId& id) const;

  /// Takes in the next event. The event must be one that `reading/command` would have allowed; the fold never refuses.
  void apply(const Event& event);

private:
  struct Step
  {
    std::int64_t event = 0;
    std::shared_ptr<const Content> content;  ///< what the step back or forth leads to
  };
  void step(std::vector<Step>& from, std::vector<Step>& to);
  void change_content(const Event& event);
  void see_only(const TimepointLabel& timepoint);
  void see_all();

  RecordId record_;
  std::string patient_;
  std::shared_ptr<const Content> content_ = std::make_shared<const Content>();
  Phase phase_ = Phase::NotBegun;
  int version_ = 0;
  bool is_blinded_ = false;
  TimepointLabel shown_timepoint_;
  std::vector<Signature> signatures_;
  Digest locked_state_;
  Digest results_;
  std::int64_t events_ = 0;
  std::vector<Step> past_;
  std::vector<Step> future_;
};

/// The state as one line of JSON with fixed key order: record, patient, phase, version, whether it is read blinded, signatures and content,
/// not the way there and not where the reader looks.
/// Same state, same bytes, whatever was undone on the way.
std::string canonical_text(const Reading& reading);
}  // namespace nadir::reading
