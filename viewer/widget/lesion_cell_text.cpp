#include "viewer/widget/lesion_cell_text.h"

#include <QColor>

#include "viewer/model/lesion_table_model.h"
#include "viewer/widget/core_sentence.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
/// Volume under length, percent under millimeters: all columns of two dates fit beside the images.
QString in_two_lines(QString text)
{
  for (const QString& before : {QStringLiteral(" mm, "), QStringLiteral(" mm (")})
    if (const auto at = text.indexOf(before); at >= 0)
      return text.left(at + 3) + QLatin1Char('\n') + text.mid(at + before.size() - (before.endsWith('(') ? 1 : 0));
  return text;
}

QString tip(const QAbstractItemModel& model, const QModelIndex& index)
{
  QStringList lines;
  if (const QString source = model.data(index, LesionTableModel::SourceRole).toString(); !source.isEmpty())
    lines << LesionCellText::tr("Source: %1").arg(source);
  const QVariant viable = model.data(index, LesionTableModel::ViableVolumeRole);
  if (viable.isValid()) lines << LesionCellText::tr("Viable volume: %1 mL").arg(screen_text(QString::number(viable.toDouble(), 'f', 1)));
  for (const QString& warning : model.data(index, LesionTableModel::WarningsRole).toStringList())
    lines << screen_text(screen_sentence(warning));
  if (!model.data(index, LesionTableModel::IsCurrentRole).toBool()) lines << LesionCellText::tr("is being brought up to date");
  return lines.join('\n');
}
}  // namespace

QVariant LesionCellText::data(const QModelIndex& index, int role) const
{
  const QModelIndex source = mapToSource(index);
  const bool needs_look = sourceModel()->data(source, LesionTableModel::NeedsConfirmationRole).toBool();
  const QStringList warnings = sourceModel()->data(source, LesionTableModel::WarningsRole).toStringList();
  switch (role)
  {
  case Qt::DisplayRole:
  {
    const QString text = in_two_lines(screen_text(screen_leading_word(sourceModel()->data(source, role).toString())));
    if (needs_look) return text + QStringLiteral(" ?");
    return warnings.isEmpty() ? text : text + QStringLiteral(" \u26a0");
  }
  case Qt::ToolTipRole: return tip(*sourceModel(), source);
  case Qt::ForegroundRole:
    if (!sourceModel()->data(source, LesionTableModel::IsCurrentRole).toBool()) return theme::quiet;
    return needs_look || !warnings.isEmpty() ? QVariant(theme::warning) : QVariant();
  default: return sourceModel()->data(source, role);
  }
}

QVariant LesionCellText::headerData(int section, Qt::Orientation orientation, int role) const
{
  const QVariant words = sourceModel()->headerData(section, orientation, role);
  return role == Qt::DisplayRole ? QVariant(screen_word(words.toString())) : words;
}
}  // namespace nadir::viewer
