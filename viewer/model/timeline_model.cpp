#include "viewer/model/timeline_model.h"

#include <QtCore/QDate>
#include <algorithm>

#include "imaging/units/number_text.h"

namespace nadir::viewer
{
namespace
{
QVariant variant(const std::optional<double>& number) { return number ? QVariant(*number) : QVariant(); }

std::optional<double> days_between(const QString& from, const QString& to)
{
  const auto first = QDate::fromString(from, Qt::ISODate), last = QDate::fromString(to, Qt::ISODate);
  return first.isValid() && last.isValid() ? std::optional(static_cast<double>(first.daysTo(last))) : std::nullopt;
}
}  // namespace

TimelineModel::TimelineModel(const ResponseModel& responses, QObject* parent) : QAbstractTableModel(parent), responses_(responses)
{
  connect(&responses, &ResponseModel::updated, this,
          [this]
          {
            beginResetModel();
            endResetModel();
          });
}

int TimelineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : responses_.count(); }
int TimelineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool TimelineModel::has_all_days() const
{
  const auto& all = responses_.timepoints();
  return std::all_of(all.begin(), all.end(),
                     [&](const auto& timepoint) { return days_between(all.front().date, timepoint.date).has_value(); });
}

QVariant TimelineModel::number(int row, int column) const
{
  const auto& timepoint = responses_.at(row);
  switch (column)
  {
  case DaysColumn:
    return has_all_days() ? variant(days_between(responses_.at(0).date, timepoint.date)) : QVariant(static_cast<double>(row));
  case SumColumn: return variant(timepoint.sum_mm);
  case VolumeColumn: return variant(timepoint.volume_ml);
  case ViableVolumeColumn: return variant(timepoint.viable_volume_ml);
  default: return {};
  }
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid() || index.row() >= rowCount()) return {};
  if (role == Qt::UserRole) return number(index.row(), index.column());
  if (role != Qt::DisplayRole) return {};
  const auto& timepoint = responses_.at(index.row());
  switch (index.column())
  {
  case TimepointColumn: return timepoint.timepoint;
  case DateColumn: return timepoint.date;
  case ResponseColumn: return timepoint.overall_response;
  default: break;
  }
  const auto value = number(index.row(), index.column());
  return value.isValid() ? text_of(format_fixed(value.toDouble(), index.column() == DaysColumn ? 0 : 1)) : QString();
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return QAbstractTableModel::headerData(section, orientation, role);
  switch (section)
  {
  case TimepointColumn: return tr("Time point");
  case DateColumn: return tr("Date");
  case DaysColumn: return has_all_days() ? tr("Days") : tr("Number");
  case SumColumn: return tr("Sum of diameters (mm)");
  case VolumeColumn: return tr("Volume (mL)");
  case ViableVolumeColumn: return tr("Viable volume (mL)");
  case ResponseColumn: return tr("Response");
  default: return {};
  }
}

std::optional<double> TimelineModel::partial_response_limit_mm() const
{
  const auto limits = responses_.limits();
  if (!limits || responses_.count() == 0 || !responses_.at(0).sum_mm) return std::nullopt;
  return *responses_.at(0).sum_mm * (1.0 - limits->partial_response_decrease_percent / 100.0);
}

/// From the nadir that counts for the last time point.
std::optional<double> TimelineModel::progression_limit_mm() const
{
  const auto limits = responses_.limits();
  if (!limits || responses_.count() == 0) return std::nullopt;
  const auto& last = responses_.at(responses_.count() - 1);
  const auto nadir = last.nadir_sum_mm ? last.nadir_sum_mm : last.sum_mm;
  if (!nadir) return std::nullopt;
  return std::max(*nadir * (1.0 + limits->progression_increase_percent / 100.0), *nadir + limits->progression_minimum_increase.value());
}
}  // namespace nadir::viewer
