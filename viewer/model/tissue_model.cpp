#include "viewer/model/tissue_model.h"

#include <algorithm>
#include <utility>

#include "imaging/result/stop_request.h"

namespace nadir::viewer
{
namespace
{
constexpr int pause_ms = 400;

/// The series on whose voxels a mask lies; nullptr where none fits.
const imaging::ImageStack* stack_under(const segmentation::Mask& mask, const measure::OpenTimepoint& opened)
{
  for (const auto* stack : opened.images().stacks())
    if (stack->geometry && stack->certificate.is_measurable() && stack->geometry->coincides_with(mask.geometry(), Millimeters{0.1}))
      return stack;
  return nullptr;
}
}  // namespace

TissueModel::TissueModel(ReadingModel& reading, ImageLibrary& images, SegmentationJob& segmentation, ThresholdModel& threshold,
                         QObject* parent)
    : QObject(parent), reading_(reading), images_(images), threshold_(threshold), queue_(std::make_unique<BackgroundQueue>(this))
{
  pause_.setSingleShot(true);
  pause_.setInterval(pause_ms);
  connect(&pause_, &QTimer::timeout, this, &TissueModel::tell_missing);
  connect(&segmentation, &SegmentationJob::tissue_told, this, &TissueModel::keep);
  connect(&threshold_, &ThresholdModel::previewed, this, &TissueModel::keep);
  connect(&reading_, &ReadingModel::opened, this, &TissueModel::clear);
  connect(&reading_, &ReadingModel::changed, this, &TissueModel::follow_record);
  connect(&images_, &ImageLibrary::scanned, &pause_, qOverload<>(&QTimer::start));
}

TissueModel::~TissueModel() = default;

void TissueModel::set_telling(Telling telling)
{
  if (telling == telling_) return;
  telling_ = telling;
  if (telling == Telling::ByItself) tell_missing();
  else queue_->cancel();
}

void TissueModel::set_lesion(const LesionId& lesion)
{
  if (lesion == lesion_) return;
  clear();
  lesion_ = lesion;
  tell_missing();
}

void TissueModel::clear()
{
  pause_.stop();
  queue_->cancel();
  kept_.clear();
  in_vain_.clear();
  emit changed();
}

std::shared_ptr<const segmentation::TissueMap> TissueModel::map(const TimepointLabel& timepoint) const
{
  const auto found = kept_.find(timepoint);
  return found == kept_.end() ? nullptr : found->second.overlay.map;
}

bool TissueModel::is_busy() const { return pause_.isActive() || queue_->is_busy(); }

/// Of what has been accepted; a proposal's tissue is seen, too, as long as nothing is accepted in its place.
void TissueModel::keep(const TissueOverlay& overlay)
{
  if (overlay.lesion != lesion_) return;
  const auto mask = reading_.marks(lesion_, overlay.series.timepoint).mask;
  kept_[overlay.series.timepoint] = {overlay, mask.value_or(reading::AcceptedMask{})};
  emit changed();
}

void TissueModel::follow_record()
{
  const auto dropped = std::erase_if(kept_, [this](const auto& entry) { return !is_of_record(entry.first, entry.second); });
  if (dropped > 0) emit changed();
  queue_->cancel();  // what is being told may be of a mask that is gone
  if (telling_ == Telling::ByItself) pause_.start();
}

/// The threshold at hand follows the record by itself.
bool TissueModel::is_of_record(const TimepointLabel& timepoint, const Kept& kept) const
{
  const auto marks = reading_.marks(lesion_, timepoint);
  if (marks.mask.value_or(reading::AcceptedMask{}) != kept.mask) return false;
  const auto& used = kept.overlay.map->threshold;
  const bool is_at_hand = threshold_.has_threshold() && threshold_.timepoint() == timepoint;
  return !used || is_at_hand || used->threshold.value == (marks.threshold ? marks.threshold->value : used->automatic);
}

bool TissueModel::is_missing(const TimepointLabel& timepoint) const
{
  const auto marks = reading_.marks(lesion_, timepoint);
  return marks.mask && !kept_.contains(timepoint) && !in_vain_.contains(marks.mask->mask.text());
}

void TissueModel::tell_missing()
{
  if (telling_ != Telling::ByItself || lesion_.empty() || queue_->is_busy()) return;
  auto dates = images_.timepoints();
  std::stable_partition(dates.begin(), dates.end(), [this](const TimepointLabel& timepoint) { return timepoint == turned_to_; });
  for (const auto& timepoint : dates)
    if (is_missing(timepoint)) tell(timepoint);
}

void TissueModel::tell(const TimepointLabel& timepoint)
{
  const auto opened = images_.timepoint(timepoint);
  const auto mask = opened ? reading_.accepted_mask(lesion_, timepoint) : std::nullopt;
  const auto* stack = mask ? stack_under(*mask, *opened) : nullptr;
  if (!stack) return;
  const TissueWish wish{{timepoint, stack->id}, lesion_, *mask, reading_.marks(lesion_, timepoint).threshold};
  queue_->add(Urgency::Last,
              [this, wish, opened, stack](const JobControl& control)
              {
                unless_stopped([&control] { return control.is_cancelled(); },
                               [&]
                               {
                                 const auto told = tissue_overlay(wish, *stack, opened->volumes());
                                 control.post([this, wish, told] { take(wish, told); });
                                 return Done{};
                               });
              });
}

void TissueModel::take(const TissueWish& wish, const Result<TissueOverlay>& told)
{
  const auto& timepoint = wish.series.timepoint;
  const auto marks = reading_.marks(lesion_, timepoint);
  if (wish.lesion != lesion_ || !marks.mask) return;
  if (!told)
  {
    in_vain_.insert(marks.mask->mask.text());
    return;
  }
  keep(*told);
  const bool has_other_date = threshold_.has_threshold() && threshold_.lesion() == lesion_ && timepoint != turned_to_;
  if (!has_other_date) threshold_.take(*told);
}

void TissueModel::turn_to(const TimepointLabel& timepoint)
{
  turned_to_ = timepoint;
  const auto found = kept_.find(timepoint);
  const bool is_at_hand = threshold_.has_threshold() && threshold_.timepoint() == timepoint && threshold_.lesion() == lesion_;
  if (found != kept_.end() && !is_at_hand) threshold_.take(found->second.overlay);
}
}  // namespace nadir::viewer
