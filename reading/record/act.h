#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "imaging/result/identities.h"
#include "measure/lesion/lesion.h"
#include "reading/record/lesion_marks.h"

/// What a reader can do. Each act is a value; together with who, when and why it is an event. Names in the record: `name_of`.
namespace nadir::reading
{
/// The first act of every record. `patient` is the case's own name, never a DICOM attribute.
struct BeginRecord
{
  RecordId record;
  std::string patient;
};

/// Images of a time point: `images` is the SHA-256 of the sorted digests of its files, one a line; that list is a blob. Empty = none.
struct LoadImages
{
  TimepointLabel timepoint;
  Digest images;
};

struct ChooseSeries
{
  TimepointLabel timepoint;
  SeriesUid series;
};

/// The trial's protocol file, a blob.
struct UseProtocol
{
  Digest protocol;
};

/// A question that a person answered with yes: "patient-id", "order", ...
struct ConfirmQuestion
{
  std::string question;
};

/// How the images of a time point are moved by hand against those of baseline, after registration; all zero = not at all. For looking, not
/// for measuring.
struct AlignDate
{
  TimepointLabel timepoint;
  PatientVector offset;  ///< LPS, mm
};

struct MarkLesion
{
  measure::Lesion lesion;
};

struct WithdrawLesion
{
  LesionId lesion;
};

struct Reclassify
{
  LesionId lesion;
  measure::LesionRole role = measure::LesionRole::Target;
};

/// Where a lesion lies, corrected. Its marks stay.
struct ChangeOrgan
{
  LesionId lesion;
  std::string organ;
  bool nodal = false;
};

struct PlaceCaliper
{
  LesionId lesion;
  TimepointLabel timepoint;
  DrawnCaliper caliper;
};

struct MoveCaliper
{
  LesionId lesion;
  TimepointLabel timepoint;
  DrawnCaliper caliper;
};

struct AcceptSegmentation
{
  LesionId lesion;
  TimepointLabel timepoint;
  AcceptedMask mask;
};

/// Where necrosis ends within a segmentation, in place of the threshold found from the images. The reason is the event's `why`.
struct SetNecrosisThreshold
{
  LesionId lesion;
  TimepointLabel timepoint;
  measure::StatedThreshold threshold;
  std::optional<double> automatic;  ///< the one found, where the reader saw it
};

/// Back to the threshold found from the images.
struct ResetNecrosisThreshold
{
  LesionId lesion;
  TimepointLabel timepoint;
};

struct SetState
{
  LesionId lesion;
  TimepointLabel timepoint;
  StatedState state;
};

/// Takes away everything that was marked on a lesion at a time point.
struct ClearMarks
{
  LesionId lesion;
  TimepointLabel timepoint;
};

struct AddComment
{
  std::string text;
};

/// From now on until the lock the reader sees no dates, responses and flags, and the results of one time point only. No undo: what was
/// seen was seen.
struct Blind
{
  TimepointLabel timepoint;  ///< whose results can be seen; empty = of none
};

/// Ends blinding before the lock. The reason is the event's `why`.
struct Unblind
{
};

/// While blinded: the time point whose results can be seen from now on.
struct ShowTimepoint
{
  TimepointLabel timepoint;
};

struct Undo
{
};

struct Redo
{
};

/// Ends the work on a version. `state` is the digest of the reading that was locked, `results` the blob of its numbers (may be empty).
struct Lock
{
  Digest state;
  Digest results;
};

/// A signature under a locked version: `state` as in its lock.
struct Sign
{
  std::string meaning;  ///< the words that the signer saw
  Digest state;
  std::string language = {};  ///< of these words, e.g. "de" (BCP 47); empty = not said
};

/// Begins a new version of a locked record. The reason is the event's `why`.
struct Reopen
{
};

using Act = std::variant<BeginRecord, LoadImages, ChooseSeries, UseProtocol, ConfirmQuestion, AlignDate, MarkLesion, WithdrawLesion,
                         Reclassify, ChangeOrgan, PlaceCaliper, MoveCaliper, AcceptSegmentation, SetState, ClearMarks, AddComment, Blind,
                         Unblind, ShowTimepoint, Undo, Redo, Lock, Sign, Reopen, SetNecrosisThreshold, ResetNecrosisThreshold>;

/// The word of the record: "begin-record", "load-images", "place-caliper", ...
std::string_view name_of(const Act& act);

/// The newest form of events that this program knows. Raise it with every new act and with every new key of one.
inline constexpr int newest_event_form = 2;

/// The form of an act: the first `newest_event_form` whose programs understand it. Events of form 1 do not say it; a program that meets a
/// form above its own knows that the record is newer than itself, not damaged.
int form_of(const Act& act);
}  // namespace nadir::reading
