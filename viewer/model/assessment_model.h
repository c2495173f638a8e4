#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "measure/assessment/identity_check.h"
#include "measure/lesion/assessment.h"
#include "session/live_assessment.h"
#include "viewer/model/background_queue.h"
#include "viewer/model/message.h"

namespace nadir::viewer
{
class BlindingModel;
class ImageLibrary;
class ReadingModel;

/// Keeps the assessment of the open reading up to date, in the background: every confirmed act leads to a new one, of which only what
/// changed is measured. While one is being made, later acts wait; the last one counts. Tissues, which take seconds, are told beside it.
class AssessmentModel : public QObject
{
  Q_OBJECT
public:
  AssessmentModel(ReadingModel& reading, ImageLibrary& library, BlindingModel& blinding, QObject* parent = nullptr);
  ~AssessmentModel() override;

  /// The last one that could be made, without what must not be shown yet; nullptr before the first. This is what everybody shows.
  std::shared_ptr<const measure::Assessment> shown() const { return shown_; }
  /// Whether it is that of the reading as it stands; tissues may still be missing (is_telling_tissue).
  bool is_current() const { return is_current_; }
  /// Living and dead tissue of some lesions is still being told; `updated` follows.
  bool is_telling_tissue() const { return !under_way_.empty(); }
  /// What a person must answer before there is an assessment: yes is `ReadingModel::answer_question(key)`.
  std::vector<measure::Question> questions() const;
  /// Why there is no assessment, or which lesions cannot be measured so that responses are withheld, in words; "" when there is nothing of
  /// the kind, or only questions are open.
  QString problem() const;

  /// Computes everything from the images, and locks the record with the result. `locked` or `lock_failed` follows.
  void lock(const QString& why = {});

  /// Computes everything from the images once more, voxels included, and gives it to `work` in the background thread; `work` posts what
  /// came of it. Not at all when it is cancelled by closing the case. Failure: what stands in the way before anything is computed.
  using Work = std::function<void(Result<measure::AssessedCase> assessed, const JobControl& control)>;
  Result<Done> measure_for(const QString& what, Work work);

signals:
  void updated();  ///< assessment, questions or problem are new
  void busy_changed(bool busy);
  void locked();
  void lock_failed(const nadir::viewer::Message& message);

private:
  struct Outcome
  {
    std::shared_ptr<const measure::Assessment> assessment;  ///< nullptr when there is none
    std::vector<measure::Question> questions;               ///< open ones
    QString problem;
    std::vector<measure::TissueTask> tissues;  ///< that are still to be told
  };
  using Told = std::pair<measure::TissueTask, measure::TissueOutcome>;
  session::LiveAssessment::OpenTimepoints open_timepoints() const;
  Result<session::LiveCase> prepared();
  void forget();
  void request();
  void start();
  void take(Outcome outcome);
  void show();
  void keep_lock(const Result<measure::Assessment>& assessment, const reading::Digest& state, const QString& why);
  void tell(const measure::TissueTask& task);
  void take_told(const measure::TissueTask& task, const measure::TissueOutcome& outcome);
  void tell_busy();

  ReadingModel& reading_;
  ImageLibrary& library_;
  BlindingModel& blinding_;
  session::LiveAssessment live_;
  std::shared_ptr<const measure::Assessment> assessment_;
  std::shared_ptr<const measure::Assessment> shown_;
  std::vector<measure::Question> questions_;
  QString problem_;
  bool is_current_ = false;
  bool is_requested_ = false;  ///< once more when the running one ends
  bool is_running_ = false;
  bool is_locking_ = false;
  std::set<std::string> under_way_;  ///< lesions whose tissue is being told, by place and marks
  std::vector<Told> told_;           ///< not yet brought along
  std::unique_ptr<BackgroundQueue> tissue_queue_;
  std::unique_ptr<BackgroundQueue> queue_;
};
}  // namespace nadir::viewer
