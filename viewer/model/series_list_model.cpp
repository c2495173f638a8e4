#include "viewer/model/series_list_model.h"

#include <QtCore/QStringList>
#include <algorithm>

#include "imaging/units/number_text.h"
#include "measure/assessment/describe_series.h"

namespace nadir::viewer
{
namespace
{
QString sequence_of(const imaging::ImageStack& stack) { return text_of(measure::describe_series(stack).sequence); }
QString plane_of(const imaging::ImageStack& stack) { return text_of(std::string(name_of(stack.certificate.plane))); }

/// What may mislead, the gravest first; notes are no doubts.
QStringList doubts_of(const imaging::ImageStack& stack)
{
  QStringList refusals, warnings;
  for (const auto& remark : stack.certificate.remarks)
  {
    if (remark.severity == imaging::Severity::Refusal) refusals.append(text_of(remark.text));
    if (remark.severity == imaging::Severity::Warning) warnings.append(text_of(remark.text));
  }
  return refusals + warnings;
}

QStringList certificate_of(const imaging::ImageStack& stack)
{
  QStringList lines;
  for (const auto& [name, value] : measure::describe_series(stack).certificate) lines.append(text_of(name + ": " + value));
  return lines;
}

QString spacing_of(const imaging::ImageStack& stack)
{
  if (!stack.geometry) return {};
  const auto& spacing = stack.geometry->spacing();
  return text_of(format_fixed(spacing.i, 2) + " x " + format_fixed(spacing.j, 2) + " x " + format_fixed(spacing.k, 2) + " mm");
}
}  // namespace

SeriesListModel::SeriesListModel(const ImageLibrary& library, const BlindingModel& blinding, QObject* parent)
    : QAbstractListModel(parent), library_(library), blinding_(blinding)
{
  connect(&library, &ImageLibrary::scanned, this, &SeriesListModel::rebuild);
  connect(&library, &ImageLibrary::removed, this, &SeriesListModel::rebuild);
  connect(&library, &ImageLibrary::first_image_ready, this,
          [this](const SeriesKey& key)
          {
            const int row = row_of(key);
            if (row >= 0) emit dataChanged(index(row), index(row), {ThumbnailRole, Qt::DecorationRole});
          });
  connect(&blinding, &BlindingModel::changed, this,
          [this]
          {
            if (!rows_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {StudyRole});
          });
}

void SeriesListModel::rebuild()
{
  beginResetModel();
  rows_.clear();
  int number = 0;
  for (const auto& label : library_.timepoints())
  {
    if (const auto opened = library_.timepoint(label))
    {
      for (const auto* stack : opened->images().stacks()) rows_.push_back({{label, stack->id}, number, opened, stack});
      for (const auto& map : library_.computed_maps(label))
        rows_.push_back({{label, map.id}, number, opened, &map.grid(), b_value_words(map.images)});
    }
    ++number;
  }
  endResetModel();
}

int SeriesListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }

SeriesKey SeriesListModel::key_at(int row) const
{
  return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)].key : SeriesKey{};
}

int SeriesListModel::row_of(const SeriesKey& key) const
{
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.key == key; });
  return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QString SeriesListModel::study_of(const Row& row) const
{
  const auto label = text_of(row.key.timepoint.text());
  const auto date = text_of(row.opened->images().date);
  return date.isEmpty() || !blinding_.shows_dates() ? label : label + QStringLiteral(", ") + date;
}

QString SeriesListModel::title_of(const Row& row) const
{
  const QString sequence = row.computed_from.isEmpty() ? sequence_of(*row.stack) : tr("ADC, computed");
  return sequence + QStringLiteral(", ") + plane_of(*row.stack);
}

QString SeriesListModel::description_of(const Row& row) const
{
  if (!row.computed_from.isEmpty()) return tr("from %1").arg(row.computed_from);
  return blinding_.shows_dates() ? text_of(row.stack->series_description) : QString();
}

QVariant SeriesListModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const auto& row = rows_[static_cast<std::size_t>(index.row())];
  const auto& stack = *row.stack;
  switch (role)
  {
  case TitleRole: return title_of(row);
  case WarningRole: return doubts_of(stack).join(QLatin1Char('\n'));
  case KeyRole: return QVariant::fromValue(row.key);
  case TimepointRole: return text_of(row.key.timepoint.text());
  case StudyRole: return study_of(row);
  case SequenceRole: return sequence_of(stack);
  case PlaneRole: return plane_of(stack);
  case SlicesRole: return static_cast<int>(stack.slices.size());
  case SpacingRole: return spacing_of(stack);
  case DescriptionRole: return description_of(row);
  case IsCleanRole: return doubts_of(stack).isEmpty();
  case IsMeasurableRole: return stack.certificate.is_measurable();
  case CertificateRole: return certificate_of(stack);
  case ThumbnailRole: return QVariant::fromValue(library_.thumbnail(row.key));
  case TimepointIndexRole: return row.timepoint;
  case ComputedFromRole: return row.computed_from;
  default: return {};
  }
}

QHash<int, QByteArray> SeriesListModel::roleNames() const
{
  return {{TitleRole, "title"},
          {WarningRole, "warning"},
          {KeyRole, "key"},
          {TimepointRole, "timepoint"},
          {StudyRole, "study"},
          {SequenceRole, "sequence"},
          {PlaneRole, "plane"},
          {SlicesRole, "slices"},
          {SpacingRole, "spacing"},
          {DescriptionRole, "description"},
          {IsCleanRole, "isClean"},
          {IsMeasurableRole, "isMeasurable"},
          {CertificateRole, "certificate"},
          {ThumbnailRole, "thumbnail"},
          {TimepointIndexRole, "timepointIndex"},
          {ComputedFromRole, "computedFrom"}};
}
}  // namespace nadir::viewer
