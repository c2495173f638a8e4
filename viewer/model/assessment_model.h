#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>
#include <optional>
#include <vector>

#include "measure/assessment/identity_check.h"
#include "measure/lesion/assessment.h"
#include "viewer/model/message.h"

namespace nadir::viewer
{
class ImageLibrary;
class ReadingModel;

/// Keeps the assessment of the open reading up to date, in the background: every confirmed act leads to a new one, of which only what
/// changed is measured. While one is being made, later acts wait; the last one counts.
class AssessmentModel : public QObject
{
  Q_OBJECT
public:
  AssessmentModel(ReadingModel& reading, ImageLibrary& library, QObject* parent = nullptr);
  ~AssessmentModel() override;

  /// The last one that could be made; nullptr before the first.
  std::shared_ptr<const measure::Assessment> assessment() const { return assessment_; }
  /// Whether it is that of the reading as it stands.
  bool is_current() const;
  /// What a person must answer before there is an assessment: yes is `ReadingModel::answer_question(key)`.
  const std::vector<measure::Question>& questions() const { return questions_; }
  /// Why there is no assessment, in words; "" when there is one, or only questions are open.
  QString problem() const { return problem_; }

  /// Computes everything from the images, and locks the record with the result. `locked` or `lock_failed` follows.
  void lock(const QString& why = {});

signals:
  void updated();                        ///< assessment, questions or problem are new
  void busy_changed(bool busy);
  void locked();
  void lock_failed(const nadir::viewer::Message& message);

private:
  class Work;
  void take(std::shared_ptr<const measure::Assessment> assessment);

  std::unique_ptr<Work> work_;
  std::shared_ptr<const measure::Assessment> assessment_;
  std::vector<measure::Question> questions_;
  QString problem_;
};
}  // namespace nadir::viewer
