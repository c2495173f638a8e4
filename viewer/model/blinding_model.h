#pragma once

#include <QtCore/QObject>

#include "imaging/result/identities.h"

namespace nadir::viewer
{
class ReadingModel;

/// Blinded reading: dates, results of other time points than the one at hand, responses and flags stay hidden until the version is locked.
/// Others ask it before they show anything. Blinding, unblinding and turning to another time point are events of the record, so that it can
/// be told later what could be seen when.
class BlindingModel : public QObject
{
  Q_OBJECT
public:
  explicit BlindingModel(ReadingModel& reading, QObject* parent = nullptr);

  /// Whether anything is hidden now.
  bool is_blinded() const;
  /// Begins blinded reading; results of the current time point stay to be seen. False when it is refused.
  bool blind();
  /// Ends it before the lock; the reason stays in the record.
  bool unblind(const QString& reason);

  /// The time point that is being read.
  const TimepointLabel& current() const;
  /// Turns to a time point. Of a blinded record that is read-only nothing else can be seen than what its reader saw.
  void set_current(const TimepointLabel& timepoint);

  bool shows_dates() const { return !is_blinded(); }
  bool shows_results_of(const TimepointLabel& timepoint) const { return !is_blinded() || timepoint == current(); }

signals:
  void changed();

private:
  void follow();

  ReadingModel& reading_;
  TimepointLabel current_;    ///< while not blinded
  bool was_blinded_ = false;  ///< as told last
  TimepointLabel was_current_;
};
}  // namespace nadir::viewer
