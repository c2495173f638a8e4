#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include "imaging/result/identities.h"

namespace nadir::viewer
{
class ReadingModel;

/// Blinded reading: dates, results of other time points than the one at hand, responses and flags stay hidden until the version is locked.
/// Others ask it before they show anything.
class BlindingModel : public QObject
{
  Q_OBJECT
public:
  explicit BlindingModel(const ReadingModel& reading, QObject* parent = nullptr);

  /// Whether the reader wants to be blinded; takes effect on a draft.
  bool is_wanted() const { return wanted_; }
  void set_wanted(bool wanted);
  /// Whether anything is hidden now.
  bool is_blinded() const;

  /// The time point that is being read.
  const TimepointLabel& current() const { return current_; }
  void set_current(const TimepointLabel& timepoint);

  bool shows_dates() const { return !is_blinded(); }
  bool shows_responses() const { return !is_blinded(); }
  bool shows_results_of(const TimepointLabel& timepoint) const { return !is_blinded() || timepoint == current_; }

signals:
  void changed();

private:
  const ReadingModel& reading_;
  bool wanted_ = false;
  TimepointLabel current_;
};
}  // namespace nadir::viewer
