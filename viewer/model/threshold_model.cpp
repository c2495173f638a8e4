#include "viewer/model/threshold_model.h"

#include "viewer/model/background_queue.h"

namespace nadir::viewer
{
ThresholdModel::ThresholdModel(ReadingModel& reading, SegmentationJob& segmentation, QObject* parent)
    : QObject(parent), reading_(reading), queue_(std::make_unique<BackgroundQueue>(this))
{
  connect(&segmentation, &SegmentationJob::tissue_told, this, &ThresholdModel::take);
  connect(&reading_, &ReadingModel::opened, this, &ThresholdModel::drop);
  connect(&reading_, &ReadingModel::changed, this, &ThresholdModel::follow_record);
}

ThresholdModel::~ThresholdModel() = default;

std::optional<double> ThresholdModel::recorded() const
{
  const auto set = reading_.marks(lesion(), timepoint()).threshold;
  return set ? std::optional(set->value) : std::nullopt;
}

bool ThresholdModel::is_recorded() const { return has_threshold() && value_ == recorded().value_or(automatic()); }

bool ThresholdModel::can_change() const
{
  return has_threshold() && reading_.can_change() && mask_.has_value() && reading_.marks(lesion(), timepoint()).mask == mask_;
}

void ThresholdModel::take(const TissueOverlay& overlay)
{
  queue_->cancel();
  is_working_ = false;
  told_ = overlay;
  mask_ = reading_.marks(lesion(), timepoint()).mask;
  recorded_ = recorded();
  value_ = shown_ = has_threshold() ? told_.map->threshold->threshold.value : 0.0;
  emit changed();
}

void ThresholdModel::drop()
{
  queue_->cancel();
  is_working_ = false;
  const auto timepoint = told_.series.timepoint;
  told_ = {};
  mask_.reset();
  recorded_.reset();
  if (!timepoint.empty()) emit dropped(timepoint);
  emit changed();
}

void ThresholdModel::follow_record()
{
  if (!told_.map) return;
  if (reading_.marks(lesion(), timepoint()).mask != mask_) return drop();
  if (has_threshold() && recorded() != recorded_)
  {
    recorded_ = recorded();
    try_out(recorded_.value_or(automatic()));
  }
  emit changed();
}

void ThresholdModel::try_out(double value)
{
  if (!has_threshold() || !told_.fit) return;
  value_ = value;
  emit changed();
  if (!is_working_ && shown_ != value_) preview();
}

void ThresholdModel::preview()
{
  is_working_ = true;
  shown_ = value_;
  const bool is_automatic = value_ == automatic();
  const segmentation::NecrosisThreshold wanted{told_.map->threshold->threshold.quantity, value_};
  queue_->add(Urgency::Now,
              [this, fit = told_.fit, wanted, is_automatic](const JobControl& control)
              {
                auto map = fit->map(is_automatic ? std::nullopt : std::optional(wanted));
                if (!map) return;
                control.post([this, found = std::make_shared<const segmentation::TissueMap>(std::move(*map))] { show(found); });
              });
}

void ThresholdModel::show(const std::shared_ptr<const segmentation::TissueMap>& map)
{
  is_working_ = false;
  told_.map = map;
  emit previewed(told_);
  emit changed();
  if (shown_ != value_) preview();
}

bool ThresholdModel::set(const QString& why)
{
  if (!can_change()) return false;
  const auto quantity = std::string(name_of(told_.map->threshold->threshold.quantity));
  return reading_.issue(reading::SetNecrosisThreshold{lesion(), timepoint(), {quantity, value_}, automatic()}, why);
}

bool ThresholdModel::reset()
{
  if (!has_threshold()) return false;
  if (!recorded())
  {
    try_out(automatic());
    return true;
  }
  return can_change() && reading_.issue(reading::ResetNecrosisThreshold{lesion(), timepoint()});
}
}  // namespace nadir::viewer
