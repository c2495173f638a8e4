#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "imaging/geometry/patient_point.h"
#include "imaging/registration/register_rigid.h"
#include "imaging/registration/rigid_transform.h"
#include "viewer/model/image_library.h"

namespace nadir::viewer
{
enum class LinkState
{
  None,        ///< one date only, or nothing loaded
  Pending,     ///< the dates are being registered
  Registered,  ///< the images lie on each other; quality() tells how well
  Refused,     ///< they could not be registered: positions are taken as they are; quality() says why
};

/// One place in the patient, seen at every date. The place is held in baseline coordinates (LPS, mm) and carried to other dates through
/// their rigid registration and the reader's offset. Registration runs in the background as soon as both volumes are there.
class LinkModel : public QObject
{
  Q_OBJECT
public:
  explicit LinkModel(ImageLibrary& library, QObject* parent = nullptr);
  ~LinkModel() override;

  bool is_on() const { return on_; }
  void set_on(bool on);  ///< remembered
  LinkState state(const TimepointLabel& timepoint) const;
  QString quality(const TimepointLabel& timepoint) const;

  /// The cursor where it lies in the images of a time point.
  PatientPoint cursor(const TimepointLabel& timepoint) const;
  /// Puts it to a place of one time point's images; with the link on, it moves at all of them.
  void set_cursor(const TimepointLabel& timepoint, PatientPoint place);

  /// From the images of one time point to those of another.
  PatientPoint carry(const TimepointLabel& from, const TimepointLabel& to, PatientPoint place) const;
  imaging::RigidTransform baseline_to(const TimepointLabel& timepoint) const;

  /// Moves one date against baseline by hand (mm, LPS); adds to the registration. Where offsets are acts of a record, `keep_offsets_by`
  /// makes them, and `show_offsets` follows.
  void set_offset(const TimepointLabel& timepoint, PatientVector offset);
  /// Keeps an offset; false where it cannot be kept: then it holds until the case is closed.
  using KeepOffset = std::function<bool(const TimepointLabel&, PatientVector)>;
  void keep_offsets_by(KeepOffset keep) { keep_offset_ = std::move(keep); }
  void show_offsets(const std::map<TimepointLabel, PatientVector>& offsets);
  PatientVector offset(const TimepointLabel& timepoint) const;
  /// What is seen in two cells now lies at the same place: takes the difference of the cursors as the offset.
  void take_offset_from(PatientPoint at_baseline, const TimepointLabel& timepoint, PatientPoint at_timepoint);

  /// What was found for these two images; nullopt where the dates were registered by others, or not at all.
  std::optional<imaging::RigidTransform> registration_of(const SeriesKey& baseline, const SeriesKey& follow_up) const;

  /// Registers a time point with baseline on this pair of series, whose volumes must be loaded.
  void register_dates(const SeriesKey& baseline, const SeriesKey& follow_up);

  /// Link and registrations of a case (by the record's identity).
  void clear();
  void save(const QString& record) const;
  void restore(const QString& record, const TimepointLabel& timepoint);

signals:
  void cursor_moved(const nadir::TimepointLabel& by);
  void link_changed();

private:
  struct Date
  {
    imaging::RigidTransform baseline_to;
    LinkState state = LinkState::None;
    QString quality;
    QString saved;  ///< the registration as text, for the next time
    QString pair;   ///< the series that it was found on
    PatientVector offset;
    std::optional<PatientPoint> cursor;  ///< of its own while the link is off
  };
  const Date& date(const TimepointLabel& timepoint) const;
  void try_pairs_with(const SeriesKey& key);
  void take(const SeriesKey& follow_up, const Result<imaging::RigidRegistration>& registration);
  void forget(const TimepointLabel& timepoint);
  void separate_cursors();

  ImageLibrary& library_;
  bool on_ = true;
  PatientPoint cursor_;                   ///< in baseline's images
  std::map<TimepointLabel, Date> dates_;  ///< follow-ups
  KeepOffset keep_offset_;
  std::unique_ptr<BackgroundQueue> queue_;
};
}  // namespace nadir::viewer
