#include "viewer/model/blinding_model.h"

#include "viewer/model/reading_model.h"

namespace nadir::viewer
{
BlindingModel::BlindingModel(const ReadingModel& reading, QObject* parent) : QObject(parent), reading_(reading)
{
  connect(&reading, &ReadingModel::changed, this, &BlindingModel::changed);
}

void BlindingModel::set_wanted(bool wanted)
{
  if (wanted == wanted_) return;
  wanted_ = wanted;
  emit changed();
}

bool BlindingModel::is_blinded() const
{
  const auto phase = reading_.reading().phase();
  return wanted_ && phase != reading::Phase::Locked && phase != reading::Phase::Signed;
}

void BlindingModel::set_current(const TimepointLabel& timepoint)
{
  if (timepoint == current_) return;
  current_ = timepoint;
  emit changed();
}
}  // namespace nadir::viewer
