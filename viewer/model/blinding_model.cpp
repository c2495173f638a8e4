#include "viewer/model/blinding_model.h"

#include "viewer/model/reading_model.h"

namespace nadir::viewer
{
BlindingModel::BlindingModel(ReadingModel& reading, QObject* parent) : QObject(parent), reading_(reading)
{
  connect(&reading, &ReadingModel::changed, this, &BlindingModel::follow);
}

bool BlindingModel::is_blinded() const { return reading_.reading().is_blinded(); }

const TimepointLabel& BlindingModel::current() const { return is_blinded() ? reading_.reading().shown_timepoint() : current_; }

bool BlindingModel::blind()
{
  const bool is_known = reading_.reading().find(current_) != nullptr;
  return reading_.issue(reading::Blind{is_known ? current_ : TimepointLabel{}});
}

bool BlindingModel::unblind(const QString& reason) { return reading_.issue(reading::Unblind{}, reason); }

void BlindingModel::set_current(const TimepointLabel& timepoint)
{
  const bool is_known = reading_.reading().find(timepoint) != nullptr;
  if (is_blinded() && (!is_known || timepoint == current() || !reading_.can_change())) return;
  current_ = timepoint;
  if (is_blinded()) reading_.issue(reading::ShowTimepoint{timepoint});
  else follow();
}

void BlindingModel::follow()
{
  if (is_blinded() == was_blinded_ && current() == was_current_) return;
  was_blinded_ = is_blinded();
  was_current_ = current();
  emit changed();
}
}  // namespace nadir::viewer
