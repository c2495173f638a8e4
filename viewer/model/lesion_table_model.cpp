#include "viewer/model/lesion_table_model.h"

#include <QtCore/QStringList>
#include <algorithm>
#include <cmath>

#include "imaging/units/number_text.h"

namespace nadir::viewer
{
namespace
{
using measure::LesionAssessment;

/// What enters the sum; of lesions that do not count, the diameter that would.
std::optional<Millimeters> length_of(const LesionAssessment& lesion)
{
  if (lesion.response_contribution) return lesion.response_contribution;
  const auto& caliper = lesion.lesion.nodal ? lesion.short_axis : lesion.longest_diameter;
  return caliper ? std::optional(caliper->length) : std::nullopt;
}

std::optional<double> viable_volume_of(const LesionAssessment& lesion)
{
  return lesion.tissue && lesion.tissue->viable_volume_ml ? std::optional(lesion.tissue->viable_volume_ml->value) : std::nullopt;
}

QVariant number(const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); }

QString in_mm(Millimeters length) { return text_of(format_fixed(length.value(), 1) + " mm"); }

QString with_sign(double value, int decimals) { return text_of((value > 0 ? "+" : "") + format_fixed(value, decimals)); }

/// "22.5 mm in 2 parts", "in T02", "TOO_SMALL".
QString state_text(const std::string& state, Millimeters in_all, std::size_t parts, const LesionId& carrier)
{
  if (!carrier.empty()) return LesionTableModel::tr("in %1").arg(text_of(carrier.text()));
  return parts == 0 ? text_of(state) : LesionTableModel::tr("%1 in %2 parts").arg(in_mm(in_all)).arg(parts);
}

QString state_text(const reading::StatedState& stated)
{
  Millimeters in_all;
  for (const auto& fragment : stated.fragments) in_all = in_all + length_of(fragment);
  return state_text(stated.state, in_all, stated.fragments.size(), stated.merged_into);
}

QString state_text(const LesionAssessment& lesion)
{
  Millimeters in_all;
  for (const auto fragment : lesion.fragments) in_all = in_all + fragment;
  return state_text(lesion.state, lesion.response_contribution.value_or(in_all), lesion.fragments.size(), lesion.merged_into);
}

bool is_proposal(const LesionAssessment& lesion) { return lesion.evidence.source == "propagation"; }
}  // namespace

LesionTableModel::LesionTableModel(const ReadingModel& reading, const AssessmentModel& assessment, const BlindingModel& blinding,
                                   QObject* parent)
    : QAbstractTableModel(parent), reading_(reading), assessment_(assessment), blinding_(blinding)
{
  connect(&reading, &ReadingModel::changed, this, &LesionTableModel::follow);
  connect(&assessment, &AssessmentModel::updated, this, &LesionTableModel::follow);
}

/// Rows and columns stay, and with them what is selected, as long as lesions and time points are the same.
void LesionTableModel::follow()
{
  std::vector<LesionId> lesions;
  std::vector<TimepointLabel> timepoints;
  for (const auto& lesion : reading_.reading().content().lesions) lesions.push_back(lesion.lesion.id);
  for (const auto& timepoint : reading_.reading().content().timepoints) timepoints.push_back(timepoint.label);
  if (lesions == lesions_ && timepoints == timepoints_)
  {
    if (!lesions_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return;
  }
  beginResetModel();
  lesions_ = std::move(lesions);
  timepoints_ = std::move(timepoints);
  endResetModel();
}

int LesionTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(lesions_.size()); }
int LesionTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : change_column() + 1; }
int LesionTableModel::change_column() const { return FirstTimepointColumn + static_cast<int>(timepoints_.size()); }

LesionId LesionTableModel::lesion_at(int row) const
{
  return row >= 0 && row < rowCount() ? lesions_[static_cast<std::size_t>(row)] : LesionId{};
}

int LesionTableModel::row_of(const LesionId& lesion) const
{
  const auto found = std::find(lesions_.begin(), lesions_.end(), lesion);
  return found == lesions_.end() ? -1 : static_cast<int>(found - lesions_.begin());
}

TimepointLabel LesionTableModel::timepoint_of_column(int column) const
{
  const int number = column - FirstTimepointColumn;
  return number >= 0 && number < static_cast<int>(timepoints_.size()) ? timepoints_[static_cast<std::size_t>(number)] : TimepointLabel{};
}

const LesionAssessment* LesionTableModel::assessed(const LesionId& lesion, const TimepointLabel& timepoint) const
{
  const auto shown = assessment_.shown();
  if (!shown || !blinding_.shows_results_of(timepoint)) return nullptr;
  for (const auto& at : shown->timepoints)
    if (at.label == timepoint)
      for (const auto& found : at.lesions)
        if (found.lesion.id == lesion) return &found;
  return nullptr;
}

const LesionAssessment* LesionTableModel::assessed(int row, int column) const
{
  const auto timepoint = timepoint_of_column(column);
  return timepoint.empty() ? nullptr : assessed(lesion_at(row), timepoint);
}

/// Marks that were set after the assessment at hand are not yet measured.
QString LesionTableModel::marks_text(const LesionId& lesion, const TimepointLabel& timepoint) const
{
  if (!blinding_.shows_results_of(timepoint)) return tr("hidden");
  const auto marks = reading_.marks(lesion, timepoint);
  if (marks.state) return state_text(*marks.state);
  if (marks.caliper) return in_mm(distance(marks.caliper->longest.from, marks.caliper->longest.to));
  return marks.mask ? tr("measuring") : QString();
}

QString LesionTableModel::cell_text(int row, int column) const
{
  const auto* lesion = assessed(row, column);
  const bool answers = lesion && (assessment_.is_current() || lesion->state != "NOT_DONE");
  if (!answers) return marks_text(lesion_at(row), timepoint_of_column(column));
  if (lesion->state == "NOT_DONE")
    return reading_.marks(lesion_at(row), timepoint_of_column(column)).is_empty() ? tr("not assessed") : tr("cannot be measured");
  if (!lesion->fragments.empty() || !lesion->merged_into.empty()) return state_text(*lesion);
  const auto length = length_of(*lesion);
  const bool measured = length && lesion->state != "ABSENT" && lesion->state != "TOO_SMALL";
  QString text = measured ? in_mm(*length) : text_of(lesion->state);
  if (lesion->lesion.nodal && measured) text += tr(" (short axis)");
  return lesion->volume ? text + QStringLiteral(", ") + text_of(format_fixed(lesion->volume->value(), 1)) + tr(" mL") : text;
}

QString LesionTableModel::change_text(int row) const
{
  if (timepoints_.size() < 2) return {};
  const auto* before = assessed(lesion_at(row), timepoints_.front());
  const auto* after = assessed(lesion_at(row), timepoints_.back());
  if (!before || !after || !before->merged_into.empty() || !after->merged_into.empty()) return {};
  const auto from = length_of(*before), to = length_of(*after);
  if (!from || !to) return {};
  const double change = to->value() - from->value();
  const QString text = with_sign(change, 1) + tr(" mm");
  return from->value() > 0 ? text + QStringLiteral(" (") + with_sign(100.0 * change / from->value(), 1) + QStringLiteral(" %)") : text;
}

/// A drawn line and the longest line of a mask differ by themselves.
QStringList LesionTableModel::change_warnings(int row) const
{
  if (change_text(row).isEmpty()) return {};
  const auto is_drawn = [&](const TimepointLabel& timepoint) { return reading_.marks(lesion_at(row), timepoint).caliper.has_value(); };
  const auto& from = timepoints_.front();
  const auto& to = timepoints_.back();
  if (is_drawn(from) == is_drawn(to) || reading_.marks(lesion_at(row), from).state || reading_.marks(lesion_at(row), to).state) return {};
  return {tr("the diameter was drawn by the reader at one date and is that of the segmentation at the other: part of the change may be the "
             "method. Draw both, or take the "
             "automatic diameter (Shift+A) and check it")};
}

bool LesionTableModel::is_current(int row, int column) const
{
  const bool is_number = column >= FirstTimepointColumn;
  return !is_number || assessment_.is_current() || (column != change_column() && !assessed(row, column));
}

QString LesionTableModel::text(int row, int column) const
{
  const auto* lesion = reading_.reading().find(lesion_at(row));
  if (!lesion) return {};
  switch (column)
  {
  case IdColumn: return text_of(lesion->lesion.id.text());
  case RoleColumn: return text_of(std::string(name_of(lesion->lesion.role)));
  case OrganColumn: return text_of(lesion->lesion.organ) + (lesion->lesion.nodal ? tr(", lymph node") : QString());
  default: return column == change_column() ? change_text(row) : cell_text(row, column);
  }
}

QString LesionTableModel::source_of(int row, int column) const
{
  const auto* lesion = assessed(row, column);
  if (!lesion || lesion->state == "NOT_DONE") return {};
  if (is_proposal(*lesion)) return tr("propagation, to be confirmed");
  const auto marks = reading_.marks(lesion_at(row), timepoint_of_column(column));
  if (marks.state) return tr("stated");
  const QString mask = marks.mask ? tr("segmentation (%1)").arg(text_of(marks.mask->source)) : QString();
  if (!marks.caliper) return mask;
  return marks.mask ? tr("caliper, volume by %1").arg(mask) : tr("caliper");
}

QVariant LesionTableModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
  const int row = index.row(), column = index.column();
  const auto* lesion = assessed(row, column);
  const auto marks = reading_.marks(lesion_at(row), timepoint_of_column(column));
  switch (role)
  {
  case Qt::DisplayRole: return text(row, column);
  case Qt::ToolTipRole: return source_of(row, column);
  case LesionRole: return text_of(lesion_at(row).text());
  case TimepointRole: return text_of(timepoint_of_column(column).text());
  case SourceRole: return source_of(row, column);
  case LengthRole: return lesion && length_of(*lesion) ? QVariant(length_of(*lesion)->value()) : QVariant();
  case VolumeRole: return lesion && lesion->volume ? QVariant(lesion->volume->value()) : QVariant();
  case ViableVolumeRole: return lesion ? number(viable_volume_of(*lesion)) : QVariant();
  case StateRole: return lesion ? text_of(lesion->state) : QString();
  case WarningsRole: return lesion ? texts_of(lesion->warnings) : column == change_column() ? change_warnings(row) : QStringList();
  case NeedsConfirmationRole: return lesion && is_proposal(*lesion);
  case HasCaliperRole: return marks.caliper.has_value();
  case HasMaskRole: return marks.mask.has_value();
  case IsCurrentRole: return is_current(row, column);
  default: return {};
  }
}

QVariant LesionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return QAbstractTableModel::headerData(section, orientation, role);
  switch (section)
  {
  case IdColumn: return tr("Lesion");
  case RoleColumn: return tr("Role");
  case OrganColumn: return tr("Organ");
  default: return section == change_column() ? tr("Change") : text_of(timepoint_of_column(section).text());
  }
}
}  // namespace nadir::viewer
