#pragma once

#include <QtCore/QAbstractTableModel>
#include <vector>

#include "viewer/model/assessment_model.h"
#include "viewer/model/blinding_model.h"
#include "viewer/model/reading_model.h"

namespace nadir::viewer
{
/// The lesions of the reading, one a row in the order of marking: name, role, organ, then each time point, then the change.
/// Numbers are in mm with one decimal, as they enter the sum; every one tells its source.
class LesionTableModel : public QAbstractTableModel
{
  Q_OBJECT
public:
  enum FixedColumn
  {
    IdColumn,
    RoleColumn,
    OrganColumn,  ///< "lymph node" is said with it
    FirstTimepointColumn,
  };
  enum Role
  {
    LesionRole = Qt::UserRole,  ///< QString, the lesion's name
    TimepointRole,              ///< QString, of a time point's column; "" elsewhere
    SourceRole,                 ///< "caliper", "segmentation (one click)", "propagation, to be confirmed", "stated", ""
    LengthRole,                 ///< double mm that counts; invalid when there is none
    VolumeRole,                 ///< double mL; invalid when there is none
    ViableVolumeRole,           ///< double mL; invalid when there is none
    StateRole,                  ///< "MEASURED", "ABSENT", ...
    WarningsRole,               ///< QStringList
    NeedsConfirmationRole,      ///< bool: the program's proposal, not the reader's
    HasCaliperRole,             ///< bool
    HasMaskRole,                ///< bool
    IsCurrentRole,              ///< bool: the number is of the marks that stand; else it is being brought up to date
  };

  LesionTableModel(const ReadingModel& reading, const AssessmentModel& assessment, const BlindingModel& blinding,
                   QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  LesionId lesion_at(int row) const;
  int row_of(const LesionId& lesion) const;              ///< -1 when it is not there
  TimepointLabel timepoint_of_column(int column) const;  ///< empty for other columns
  int change_column() const;                             ///< of the last time point against baseline; the last one
  /// Length line, mask and evidence of a cell; nullptr while it is not assessed, or hidden.
  const measure::LesionAssessment* assessed(const LesionId& lesion, const TimepointLabel& timepoint) const;

private:
  void follow();
  const measure::LesionAssessment* assessed(int row, int column) const;
  QString text(int row, int column) const;
  QString cell_text(int row, int column) const;
  QString marks_text(const LesionId& lesion, const TimepointLabel& timepoint) const;
  QString change_text(int row) const;
  /// What speaks against reading the change as one of the lesion alone.
  QStringList change_warnings(int row) const;
  bool is_current(int row, int column) const;
  QString source_of(int row, int column) const;

  const ReadingModel& reading_;
  const AssessmentModel& assessment_;
  const BlindingModel& blinding_;
  std::vector<LesionId> lesions_;
  std::vector<TimepointLabel> timepoints_;
};
}  // namespace nadir::viewer
