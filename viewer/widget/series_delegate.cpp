#include "viewer/widget/series_delegate.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "viewer/model/series_list_model.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr int picture_size = 64;
constexpr int margin = 6;

QString text_of(const QModelIndex& index, int role) { return index.data(role).toString(); }

/// True for the first series of its time point: a heading stands above it.
bool is_first_of_timepoint(const QModelIndex& index)
{
  return index.row() == 0 ||
         text_of(index.siblingAtRow(index.row() - 1), SeriesListModel::TimepointRole) != text_of(index, SeriesListModel::TimepointRole);
}

int heading_height(const QFontMetrics& metrics) { return metrics.height() + 10; }

void paint_heading(QPainter& painter, const QRect& area, const QModelIndex& index)
{
  const QColor color = timepoint_color(index.data(SeriesListModel::TimepointIndexRole).toInt());
  painter.fillRect(area, theme::window);
  painter.fillRect(QRect(area.left(), area.top() + 4, 4, area.height() - 8), color);
  painter.setPen(color);
  QFont bold = painter.font();
  bold.setBold(true);
  painter.setFont(bold);
  painter.drawText(area.adjusted(12, 0, -margin, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   screen_leading_word(text_of(index, SeriesListModel::StudyRole)));
}

void paint_thumbnail(QPainter& painter, const QRect& box, const Thumbnail& thumbnail)
{
  painter.fillRect(box, Qt::black);
  if (thumbnail.columns <= 0 || thumbnail.rows <= 0) return;
  const QImage image(reinterpret_cast<const uchar*>(thumbnail.grey.constData()), thumbnail.columns, thumbnail.rows, thumbnail.columns,
                     QImage::Format_Grayscale8);
  const QSizeF shape(thumbnail.columns, thumbnail.rows * thumbnail.aspect);
  const QSize size = shape.scaled(box.size(), Qt::KeepAspectRatio).toSize();
  const QRect place(box.left() + (box.width() - size.width()) / 2, box.top() + (box.height() - size.height()) / 2, size.width(),
                    size.height());
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(place, image);
}

void paint_warning(QPainter& painter, const QPoint& upper_right, const QColor& color)
{
  QPainterPath triangle;
  const QPointF tip(upper_right.x() - 9, upper_right.y() + 1);
  triangle.moveTo(tip);
  triangle.lineTo(tip + QPointF(8, 14));
  triangle.lineTo(tip + QPointF(-8, 14));
  triangle.closeSubpath();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPath(triangle);
  painter.setPen(QPen(Qt::black, 1.8));
  painter.drawLine(tip + QPointF(0, 5), tip + QPointF(0, 9));
  painter.drawPoint(tip + QPointF(0, 11.7));
}

void paint_words(QPainter& painter, const QRect& area, const QModelIndex& index)
{
  const QFontMetrics metrics(painter.font());
  const int line = metrics.lineSpacing();
  const auto write = [&](int n, const QString& words, const QColor& color, int width)
  {
    painter.setPen(color);
    painter.drawText(QRect(area.left(), area.top() + n * line, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words, Qt::ElideRight, width));
  };
  write(0, text_of(index, SeriesListModel::TitleRole), theme::text, area.width() - 20);
  const int slices = index.data(SeriesListModel::SlicesRole).toInt();
  write(1,
        SeriesDelegate::tr("%n slice(s)", nullptr, slices) + QStringLiteral("  ") +
            screen_text(text_of(index, SeriesListModel::SpacingRole)).replace(QStringLiteral(" x "), QStringLiteral("\u00d7")),
        theme::quiet, area.width());
  write(2, text_of(index, SeriesListModel::DescriptionRole), theme::quiet, area.width());
}
}  // namespace

void SeriesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  painter->save();
  QRect area = option.rect;
  if (is_first_of_timepoint(index))
  {
    painter->save();
    paint_heading(*painter, QRect(area.topLeft(), QSize(area.width(), heading_height(option.fontMetrics))), index);
    painter->restore();
    area.setTop(area.top() + heading_height(option.fontMetrics));
  }
  if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
    painter->fillRect(area, option.state & QStyle::State_Selected ? QColor(0x26, 0x3d, 0x52) : theme::raised);
  const QRect picture(area.left() + margin, area.top() + margin, picture_size, picture_size);
  paint_thumbnail(*painter, picture, index.data(SeriesListModel::ThumbnailRole).value<Thumbnail>());
  paint_words(*painter, QRect(picture.right() + 8, picture.top() + 2, area.right() - picture.right() - 8 - margin, picture_size), index);
  if (!index.data(SeriesListModel::IsCleanRole).toBool())
    paint_warning(*painter, {area.right() - margin, area.top() + margin},
                  index.data(SeriesListModel::IsMeasurableRole).toBool() ? theme::warning : theme::failure);
  painter->restore();
}

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  const int heading = is_first_of_timepoint(index) ? heading_height(option.fontMetrics) : 0;
  return {200, picture_size + 2 * margin + heading};
}
}  // namespace nadir::viewer
