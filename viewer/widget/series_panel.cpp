#include "viewer/widget/series_panel.h"

#include <QDrag>
#include <QPixmap>

#include "viewer/widget/series_delegate.h"
#include "viewer/widget/series_mime.h"

namespace nadir::viewer
{
SeriesPanel::SeriesPanel(CaseSession& session, QWidget* parent) : QListView(parent), session_(session)
{
  setModel(&session.series());
  setItemDelegate(new SeriesDelegate(this));
  setDragEnabled(true);
  setMouseTracking(true);
  setUniformItemSizes(false);
  setVerticalScrollMode(ScrollPerPixel);
  setFrameShape(NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setResizeMode(Adjust);
  connect(this, &QListView::activated, this, [this](const QModelIndex& index) { emit chosen(session_.series().key_at(index.row())); });
}

void SeriesPanel::startDrag(Qt::DropActions)
{
  if (!currentIndex().isValid()) return;
  auto* drag = new QDrag(this);
  drag->setMimeData(mime_of(session_.series().key_at(currentIndex().row())));
  const QRect area = visualRect(currentIndex());
  drag->setPixmap(viewport()->grab(QRect(area.left(), area.bottom() - 75, 76, 76)));
  drag->exec(Qt::CopyAction);
}
}  // namespace nadir::viewer
