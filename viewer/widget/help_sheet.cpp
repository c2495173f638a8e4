#include "viewer/widget/help_sheet.h"

#include <QTextBrowser>
#include <QVBoxLayout>

namespace nadir::viewer
{
namespace
{
QString key_row(const QString& keys, const QString& words)
{
  return QStringLiteral("<tr><td style='padding:1px 14px 1px 0; color:#9ecbf2'><b>%1</b></td><td style='padding:1px 24px 1px 0'>%2</td></tr>")
      .arg(keys.toHtmlEscaped(), words.toHtmlEscaped());
}

QString keys_of(const QAction& action)
{
  QStringList keys;
  for (const auto& key : action.shortcuts()) keys << key.toString(QKeySequence::NativeText);
  return keys.join(QStringLiteral(", "));
}

QString heading(const QString& words) { return QStringLiteral("<tr><td colspan='2' style='padding-top:8px; color:#949aa2'>%1</td></tr>").arg(words.toHtmlEscaped()); }

QString mouse_rows()
{
  return heading(HelpSheet::tr("Mouse in a view")) + key_row(HelpSheet::tr("Left"), HelpSheet::tr("the tool at hand")) +
         key_row(HelpSheet::tr("Right drag"), HelpSheet::tr("window and level")) + key_row(HelpSheet::tr("Right click"), HelpSheet::tr("menu of the view")) +
         key_row(HelpSheet::tr("Middle drag"), HelpSheet::tr("pan")) + key_row(HelpSheet::tr("Wheel"), HelpSheet::tr("slices; with Shift five at once")) +
         key_row(HelpSheet::tr("Ctrl + wheel"), HelpSheet::tr("zoom about the pointer")) +
         key_row(HelpSheet::tr("Double click"), HelpSheet::tr("this view alone, or all")) +
         key_row(HelpSheet::tr("Arrows, Page, Home, End"), HelpSheet::tr("slices"));
}
} // namespace

QString HelpSheet::page(const WindowActions& actions)
{
  QStringList columns(3);
  QString group;
  int column = -1, lines = 0;
  for (const QAction* action : actions.all())
  {
    if (action->shortcuts().isEmpty()) continue;
    if (const QString now = WindowActions::group_of(*action); now != group)
    {
      group = now;
      if (column < 0 || (lines > 17 && column < 2))
      {
        ++column;
        lines = 0;
      }
      columns[column] += heading(WindowActions::heading_of(group));
      ++lines;
    }
    columns[column] += key_row(keys_of(*action), action->text());
    ++lines;
  }
  columns[2] += mouse_rows();
  QString cells;
  for (const QString& text : columns) cells += QStringLiteral("<td valign='top'><table cellspacing='0'>%1</table></td>").arg(text);
  return QStringLiteral("<table width='100%'><tr>%1</tr></table>").arg(cells);
}

HelpSheet::HelpSheet(const WindowActions& actions, QWidget* parent) : QDialog(parent)
{
  setWindowTitle(tr("Keys and mouse"));
  setModal(false);
  auto* page_view = new QTextBrowser;
  page_view->setFrameShape(QFrame::NoFrame);
  page_view->setHtml(page(actions));
  auto* column = new QVBoxLayout(this);
  column->addWidget(page_view);
  resize(1120, 640);
}
} // namespace nadir::viewer
