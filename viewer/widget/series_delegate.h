#pragma once

#include <QStyledItemDelegate>

namespace nadir::viewer
{
/// Draws one series: thumbnail, sequence and plane, slices and spacing, a triangle where the geometry is doubtful, the bar of its time
/// point.
class SeriesDelegate : public QStyledItemDelegate
{
  Q_OBJECT
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};
}  // namespace nadir::viewer
