#include "viewer/widget/layout_button.h"

#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include "viewer/model/hanging_model.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
QIcon picture_of(Layout layout)
{
  QPixmap pixmap(44, 32);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  const double width = 40.0 / layout.columns, height = 28.0 / layout.rows;
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme::text);
  for (int row = 0; row < layout.rows; ++row)
    for (int column = 0; column < layout.columns; ++column)
      painter.drawRect(QRectF(3 + column * width, 3 + row * height, width - 2, height - 2));
  return QIcon(pixmap);
}

QString words_of(Layout layout) { return QString("%1 × %2").arg(layout.rows).arg(layout.columns); }
}  // namespace

LayoutButton::LayoutButton(HangingModel& hanging, QWidget* parent) : QToolButton(parent), hanging_(hanging)
{
  setToolTip(tr("Views: rows and columns"));
  setPopupMode(InstantPopup);
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  auto* menu = new QMenu(this);
  for (const Layout layout : HangingModel::layouts())
    menu->addAction(picture_of(layout), words_of(layout), this, [this, layout] { hanging_.set_layout(layout); });
  menu->addSeparator();
  menu->addAction(tr("Hang all views automatically"), this, [this] { hanging_.rehang(); });
  setMenu(menu);
  connect(&hanging_, &HangingModel::layout_changed, this, &LayoutButton::show_current);
  show_current();
}

void LayoutButton::show_current()
{
  setIcon(picture_of(hanging_.layout()));
  setText(words_of(hanging_.layout()));
}
}  // namespace nadir::viewer
