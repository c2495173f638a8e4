#include "viewer/model/segmentation_job.h"

#include <utility>

#include "imaging/result/stop_request.h"
#include "measure/assessment/drawn_lesion.h"
#include "measure/assessment/series_pairing.h"
#include "measure/assessment/witness_series.h"
#include "segmentation/lesion/segment_lesion.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "viewer/model/blinding_model.h"

namespace nadir::viewer
{
struct SegmentationJob::Last
{
  SeriesKey series;
  std::optional<segmentation::SegmentedByPrompt> found;
};

namespace
{
Failure not_usable(const std::string& message) { return {measure::AssessmentError::MaskUnusable, message}; }

std::string source_of(const segmentation::LesionPrompt& prompt)
{
  if (prompt.long_axis) return prompt.strokes.empty() ? "caliper" : "caliper and scribbles";
  if (prompt.click) return prompt.strokes.empty() ? "one click" : "one click and scribbles";
  return "scribbles";
}

Proposal proposal_of(const SeriesKey& series, const segmentation::SegmentedByPrompt& found, const std::string& source)
{
  Proposal proposal{series, found.mask, source, {}, {}, {}, texts_of(found.warnings)};
  proposal.volume_ml = found.volume_ml.value;
  proposal.volume_low_ml = found.volume_ml.low;
  proposal.volume_high_ml = found.volume_ml.high;
  return proposal;
}

Failure nothing_found() { return not_usable("no lesion was found from the marks. Draw its longest diameter, or paint it."); }

/// The dates that a lesion is carried between.
struct Carriage
{
  std::shared_ptr<measure::OpenTimepoint> earlier, later;
  const imaging::ImageStack& from;
  const imaging::ImageStack& to;
  segmentation::Mask lesion;
  std::optional<imaging::RigidTransform> known;
};

Result<Proposal> carried(const Carriage& carriage, const JobControl& control)
{
  const auto before = carriage.earlier->volumes().of(carriage.from), after = carriage.later->volumes().of(carriage.to);
  if (!before) return before.failure();
  if (!after) return after.failure();
  segmentation::DateConfig config;
  config.rigid.known = carriage.known;
  config.rigid.progress = control.progress(SegmentationJob::tr("Registering the dates"));
  const auto transform = segmentation::register_dates(**before, **after, std::span(&carriage.lesion, 1), config);
  if (!transform) return transform.failure();
  const measure::WitnessSeries witnesses({carriage.from, carriage.to}, carriage.earlier->volumes(), carriage.later->volumes());
  const auto found = segmentation::propagate_lesion({**before, **after, measure::weighting_of(carriage.from.sequence.type)},
                                                    carriage.lesion, *transform, witnesses.images());
  if (!found) return found.failure();
  Proposal proposal{
      {carriage.later->images().label, carriage.to.id}, found->mask, "propagation", found->follow_up_ml, {}, {}, texts_of(found->warnings)};
  proposal.warnings += texts_of(witnesses.warnings());
  proposal.explanation = text_of(found->explanation);
  proposal.is_gone = found->fate == segmentation::LesionFate::Gone;
  return proposal;
}

}  // namespace

SegmentationJob::SegmentationJob(ImageLibrary& library, const BlindingModel& blinding, QObject* parent)
    : QObject(parent), library_(library), blinding_(blinding), last_(std::make_shared<Last>()),
      queue_(std::make_unique<BackgroundQueue>(this))
{
  queue_->on_progress([this](const QString& what, int done, int total) { emit progress(what, done, total); });
  queue_->on_idle([this] { emit busy_changed(false); });
}

SegmentationJob::~SegmentationJob() = default;

std::optional<SegmentationJob::Place> SegmentationJob::place_of(const SeriesKey& series)
{
  const Place place{library_.timepoint(series.timepoint), library_.stack(series)};
  if (library_.computed_map(series))
  {
    emit failed(message_of(not_usable("this map was computed, not acquired (its lesion would be one of a derived image). Hang an acquired "
                                      "series of this date and use that.")));
    return std::nullopt;
  }
  const bool usable = place.stack && place.stack->certificate.is_measurable();
  if (!usable)
    emit failed(message_of(not_usable("this series has no geometry that volumes can be measured on. Use another one, or a caliper.")));
  return usable ? std::optional(place) : std::nullopt;
}

/// Steps are known of registering alone; the rest tells that it is at work.
void SegmentationJob::start(const QString& what, BackgroundQueue::Job job)
{
  queue_->cancel();
  queue_->add(Urgency::Now,
              [what, job = std::move(job)](const JobControl& control)
              {
                control.progress(what)(0, 1);
                unless_stopped([&control] { return control.is_cancelled(); },
                               [&]
                               {
                                 job(control);
                                 return Done{};
                               });
              });
  emit busy_changed(true);
}

void SegmentationJob::answer(const JobControl& control, const Result<Proposal>& proposal)
{
  control.post(
      [this, proposal]
      {
        if (proposal) emit proposed(*proposal);
        else emit failed(message_of(proposal.failure()));
      });
}

void SegmentationJob::segment(const SeriesKey& series, const segmentation::LesionPrompt& prompt)
{
  const auto place = place_of(series);
  if (!place) return;
  start(tr("Finding the lesion"),
        [this, series, prompt, place = *place](const JobControl& control)
        {
          std::vector<std::string> warnings;
          const auto channels = measure::outlining_channels(*place.stack, place.opened->volumes(), warnings);
          if (!channels) return answer(control, channels.failure());
          auto found = segmentation::segment_lesion(*channels, prompt);
          if (!found) return answer(control, found.failure());
          if (found->mask.is_empty()) return answer(control, nothing_found());
          found->warnings.insert(found->warnings.begin(), warnings.begin(), warnings.end());
          answer(control, proposal_of(series, *found, source_of(prompt)));
          *last_ = {series, std::move(*found)};
        });
}

void SegmentationJob::refine(const std::vector<segmentation::Stroke>& strokes)
{
  start(tr("Correcting the lesion"),
        [this, strokes](const JobControl& control)
        {
          if (!last_->found)
            return answer(control,
                          not_usable("there is no proposal to correct. Draw the longest diameter or click into the lesion first."));
          auto found = segmentation::refine(*last_->found, strokes);
          if (!found) return answer(control, found.failure());
          answer(control, proposal_of(last_->series, *found, "scribbles"));
          last_->found = std::move(*found);
        });
}

void SegmentationJob::propagate(const SeriesKey& from, const segmentation::Mask& lesion, const TimepointLabel& to)
{
  if (blinding_.is_blinded())
    return emit failed(message_of(not_usable("a lesion is not carried from one date to another while the reading is blinded (it would show "
                                             "what was found there). Mark it by hand.")));
  const auto place = place_of(from);
  if (!place) return;
  const auto later = library_.timepoint(to);
  const auto* twin = later ? measure::twin_of(*place->stack, later->images()) : nullptr;
  if (!twin)
    return emit failed(message_of(not_usable("there is no measurable series like this one at \"" + to.text() +
                                             "\" (the lesion cannot be looked for). Mark it there by hand.")));
  const auto known = registrations_ ? registrations_(from, {to, twin->id}) : std::nullopt;
  start(tr("Looking for the lesion"), [this, carriage = Carriage{place->opened, later, *place->stack, *twin, lesion, known}](
                                          const JobControl& control) { answer(control, carried(carriage, control)); });
}

void SegmentationJob::tell_tissue(const TissueWish& wish)
{
  const auto place = place_of(wish.series);
  if (!place) return;
  start(tr("Telling living from dead tissue"),
        [this, wish, place = *place](const JobControl& control)
        {
          const auto overlay = tissue_overlay(wish, *place.stack, place.opened->volumes());
          control.post(
              [this, overlay]
              {
                if (overlay) emit tissue_told(*overlay);
                else emit failed(message_of(overlay.failure()));
              });
        });
}

void SegmentationJob::cancel()
{
  if (!queue_->is_busy()) return;
  queue_->cancel();
  emit cancelled();
}

bool SegmentationJob::is_busy() const { return queue_->is_busy(); }
}  // namespace nadir::viewer
