#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <optional>
#include <utility>
#include <vector>

#include "measure/lesion/response_limits.h"
#include "viewer/model/assessment_model.h"

namespace nadir::viewer
{
/// How far a time point is from a category it could have had.
struct CategoryMargin
{
  QString to;     ///< "PD"
  QString words;  ///< "2.0 mm from PD (T01 +2.0 mm)"
};

/// One step of the derivation: what fired, and on which numbers.
struct FindingWords
{
  QString rule;
  QString clause;
  QString outcome;
  QString explanation;
  std::vector<std::pair<QString, QString>> inputs;  ///< name -> value with unit
};

/// Something RECIST does not show, with what speaks for and against giving it weight.
struct FlagWords
{
  QString id;
  QString level;  ///< "notice", "flag", "strong"
  QString explanation;
  std::vector<std::pair<QString, QString>> numbers;
  QStringList literature_for;
  QStringList literature_against;
};

/// One time point as the response panel shows it.
struct ResponseWords
{
  QString timepoint;
  QString date;  ///< "" when unknown or blinded
  std::optional<double> sum_mm;
  std::optional<double> baseline_sum_mm;
  std::optional<double> nadir_sum_mm;
  std::optional<double> change_from_baseline_percent;
  std::optional<double> change_from_nadir_percent;
  std::optional<double> change_from_nadir_mm;
  std::optional<double> volume_ml;              ///< of all targets; absent when one has none
  std::optional<double> volume_change_percent;  ///< from baseline
  std::optional<double> viable_volume_ml;
  std::optional<double> viable_volume_change_percent;
  QString target_response;
  QString non_target_response;
  QString overall_response;             ///< "PR"; "baseline" at baseline; "" while hidden or withheld
  bool is_unread = false;               ///< no lesion has been looked at yet: the category is that of a date without any number
  bool is_withheld = false;             ///< a lesion that it rests on cannot be measured; the findings say which and why
  std::vector<CategoryMargin> margins;  ///< nearest first
  std::vector<FindingWords> findings;
  std::vector<FlagWords> flags;
  QStringList warnings;  ///< comparability, and whatever else a number may suffer from
};

/// The response of every time point in words and numbers, following what the assessment shows; its parts are empty while blinding hides
/// them.
class ResponseModel : public QObject
{
  Q_OBJECT
public:
  explicit ResponseModel(const AssessmentModel& assessment, QObject* parent = nullptr);

  int count() const { return static_cast<int>(timepoints_.size()); }
  const ResponseWords& at(int timepoint) const;
  const std::vector<ResponseWords>& timepoints() const { return timepoints_; }
  /// Sums at which the category would change; absent without an assessment.
  std::optional<measure::ResponseLimits> limits() const;
  /// What the choice of targets lacks (five in all, two an organ, measurable, slice thickness), in words; from baseline's findings.
  QStringList conformance_warnings() const { return conformance_; }
  /// Differences of the trial's protocol from the default one.
  QStringList protocol_differences() const { return protocol_; }

signals:
  void updated();

private:
  void rebuild();

  const AssessmentModel& assessment_;
  std::vector<ResponseWords> timepoints_;
  QStringList conformance_;
  QStringList protocol_;
};
}  // namespace nadir::viewer
