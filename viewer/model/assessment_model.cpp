#include "viewer/model/assessment_model.h"

#include <algorithm>
#include <utility>

#include "imaging/dicom/loader_error.h"
#include "imaging/result/stop_request.h"
#include "report/table/assessment_json.h"
#include "session/blinded.h"
#include "session/record_writer.h"
#include "viewer/model/blinding_model.h"
#include "viewer/model/image_library.h"
#include "viewer/model/reading_model.h"

namespace nadir::viewer
{
namespace
{
using measure::Thoroughness;

bool is_question(const Failure& failure)
{
  return failure.is(measure::AssessmentError::IdentityQuestion) || failure.is(measure::AssessmentError::OrderQuestion) ||
         failure.is(measure::AssessmentError::ComparabilityQuestion);
}

std::string key_of(const measure::TissueTask& task) { return task.lesion.text() + "\n" + task.timepoint.text() + "\n" + task.made_from; }

std::vector<measure::Question> open_ones(std::vector<measure::Question> questions, const std::set<std::string>& confirmed)
{
  std::erase_if(questions, [&](const auto& question) { return confirmed.contains(question.key); });
  return questions;
}

QString words_of(const std::vector<measure::UnmeasuredLesion>& lesions)
{
  QStringList words;
  for (const auto& lesion : lesions) words.append(text_of(lesion.why));
  return words.join(QLatin1Char('\n'));
}

/// Work of a job; nothing when it was cancelled, since nobody waits for the answer any more.
template <class Work> auto unless_cancelled(const JobControl& control, const Work& work)
{
  return unless_stopped([&control] { return control.is_cancelled(); }, work);
}
}  // namespace

AssessmentModel::AssessmentModel(ReadingModel& reading, ImageLibrary& library, BlindingModel& blinding, QObject* parent)
    : QObject(parent), reading_(reading), library_(library), blinding_(blinding), tissue_queue_(std::make_unique<BackgroundQueue>(this)),
      queue_(std::make_unique<BackgroundQueue>(this))
{
  connect(&reading, &ReadingModel::opened, this, &AssessmentModel::forget);
  connect(&reading, &ReadingModel::changed, this, &AssessmentModel::request);
  connect(&library, &ImageLibrary::identified, this, &AssessmentModel::request);
  connect(&library, &ImageLibrary::removed, this, &AssessmentModel::request);
  connect(&blinding, &BlindingModel::changed, this, &AssessmentModel::show);
}

AssessmentModel::~AssessmentModel() = default;

/// Only images that are exactly those the reading names.
session::LiveAssessment::OpenTimepoints AssessmentModel::open_timepoints() const
{
  session::LiveAssessment::OpenTimepoints open;
  for (const auto& timepoint : reading_.reading().content().timepoints)
    if (!timepoint.images.empty() && library_.images_digest(timepoint.label) == timepoint.images.text())
      open.emplace(timepoint.label, library_.timepoint(timepoint.label));
  return open;
}

Result<session::LiveCase> AssessmentModel::prepared()
{
  auto* store = reading_.store();
  if (!store) return Failure{reading::RecordError::NotAllowed, "no case is open"};
  return live_.prepare(
      reading_.reading(), [store](const reading::Digest& digest) { return store->blob(digest); }, open_timepoints());
}

/// What is still under way belongs to another record.
void AssessmentModel::forget()
{
  queue_->cancel();
  tissue_queue_->cancel();
  under_way_.clear();
  told_.clear();
  is_locking_ = false;
  take({});
}

void AssessmentModel::request()
{
  is_current_ = false;
  is_requested_ = true;
  if (is_running_) return;
  is_running_ = true;
  // Acts that follow each other at once lead to one assessment.
  QMetaObject::invokeMethod(this, &AssessmentModel::start, Qt::QueuedConnection);
}

void AssessmentModel::start()
{
  is_requested_ = false;
  auto live = prepared();
  if (!live)
    return take({nullptr,
                 {},
                 reading_.is_open() && !reading_.reading().content().timepoints.empty() ? text_of(live.failure().message()) : QString(),
                 {}});
  // Until here they count as under way, so that a pass that began before does not ask for them again.
  for (const auto& [task, outcome] : told_) under_way_.erase(key_of(task));
  tell_busy();
  queue_->add(Urgency::Now,
              [this, live = std::move(*live), told = std::exchange(told_, {})](const JobControl& control)
              {
                for (const auto& [task, outcome] : told) live_.take_tissue(task, outcome);
                const auto done =
                    unless_cancelled(control, [&] { return live_.assess(live, Thoroughness::Live, control.progress(tr("Measuring"))); });
                if (!done) return;
                const auto& assessment = *done;
                Outcome outcome;
                outcome.questions = open_ones(live_.questions(), live.input.confirmed);
                outcome.tissues = live_.tissues_to_tell();
                if (assessment)
                {
                  outcome.assessment = std::make_shared<const measure::Assessment>(*assessment);
                  outcome.problem = words_of(live_.unmeasured());
                }
                else if (!is_question(assessment.failure())) outcome.problem = text_of(assessment.failure().message());
                control.post([this, outcome = std::move(outcome)]() mutable { take(std::move(outcome)); });
              });
}

void AssessmentModel::take(Outcome outcome)
{
  assessment_ = std::move(outcome.assessment);
  questions_ = std::move(outcome.questions);
  problem_ = std::move(outcome.problem);
  is_current_ = !is_requested_;
  is_running_ = false;
  for (const auto& task : outcome.tissues) tell(task);
  tell_busy();
  show();
  if (is_requested_) request();
}

void AssessmentModel::tell(const measure::TissueTask& task)
{
  if (!under_way_.insert(key_of(task)).second) return;
  tissue_queue_->add(Urgency::Now,
                     [this, task](const JobControl& control)
                     {
                       auto outcome = unless_cancelled(control, [&task] { return measure::tell_tissue(task); });
                       if (outcome) control.post([this, task, outcome = *std::move(outcome)] { take_told(task, outcome); });
                     });
}

void AssessmentModel::take_told(const measure::TissueTask& task, const measure::TissueOutcome& outcome)
{
  told_.emplace_back(task, outcome);
  request();
}

void AssessmentModel::show()
{
  shown_ = assessment_ && blinding_.is_blinded()
               ? std::make_shared<const measure::Assessment>(session::blinded(*assessment_, blinding_.current()))
               : assessment_;
  emit updated();
}

std::vector<measure::Question> AssessmentModel::questions() const
{
  auto questions = questions_;
  if (blinding_.is_blinded())
    for (auto& question : questions) question.text = session::without_dates(question.text);
  return questions;
}

QString AssessmentModel::problem() const
{
  return blinding_.is_blinded() ? text_of(session::without_dates(problem_.toStdString())) : problem_;
}

void AssessmentModel::tell_busy() { emit busy_changed(is_running_ || is_locking_ || is_telling_tissue()); }

void AssessmentModel::lock(const QString& why)
{
  auto live = prepared();
  if (!live) return emit lock_failed(message_of(live.failure()));
  is_locking_ = true;
  tell_busy();
  const auto state = reading_.reading().state_digest();
  queue_->add(Urgency::Now,
              [this, live = std::move(*live), state, why](const JobControl& control)
              {
                auto assessment = unless_cancelled(
                    control, [&] { return live_.assess(live, Thoroughness::Complete, control.progress(tr("Computing what is locked"))); });
                if (assessment)
                  control.post([this, assessment = *std::move(assessment), state, why] { keep_lock(assessment, state, why); });
              });
}

Result<Done> AssessmentModel::measure_for(const QString& what, Work work)
{
  auto live = prepared();
  if (!live) return live.failure();
  queue_->add(Urgency::Now,
              [this, live = std::move(*live), what, work = std::move(work)](const JobControl& control)
              {
                auto assessed = unless_cancelled(control, [&] { return live_.measure(live, control.progress(what)); });
                if (assessed) work(*std::move(assessed), control);
              });
  return Done{};
}

void AssessmentModel::keep_lock(const Result<measure::Assessment>& assessment, const reading::Digest& state, const QString& why)
{
  is_locking_ = false;
  tell_busy();
  if (!assessment) return emit lock_failed(message_of(assessment.failure()));
  const auto results = report::to_json(*assessment);
  if (reading_.issue(reading::Lock{state, session::digest_of(results)}, why, {results})) return emit locked();
  emit lock_failed({MessageKind::Failure, tr("The reading was not locked (it may have changed meanwhile). Look at it and lock it again."),
                    QStringLiteral("record.not-allowed")});
}
}  // namespace nadir::viewer
