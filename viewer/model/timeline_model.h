#pragma once

#include <QtCore/QAbstractTableModel>
#include <optional>
#include <vector>

#include "viewer/model/response_model.h"

namespace nadir::viewer
{
/// Sums and volumes over the time points, one a row, for the plot and a table beside it.
class TimelineModel : public QAbstractTableModel
{
  Q_OBJECT
public:
  enum Column
  {
    TimepointColumn,
    DateColumn,
    DaysColumn,          ///< since baseline; the number of the time point where dates are unknown or hidden
    SumColumn,           ///< mm
    VolumeColumn,        ///< mL
    ViableVolumeColumn,  ///< mL
    ResponseColumn,
    ColumnCount,
  };

  explicit TimelineModel(const ResponseModel& responses, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  /// Qt::DisplayRole: text; Qt::UserRole: the number (double), invalid when there is none.
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  /// Sums at which the category would change, for lines in the plot: PR below, PD above. Absent without a sum.
  std::optional<double> partial_response_limit_mm() const;
  std::optional<double> progression_limit_mm() const;

private:
  QVariant number(int row, int column) const;
  bool has_all_days() const;

  const ResponseModel& responses_;
};
}  // namespace nadir::viewer
