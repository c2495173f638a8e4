#include "viewer/widget/help_sheet.h"

#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>
#include <vector>

namespace nadir::viewer
{
namespace
{
QString key_row(const QString& keys, const QString& words)
{
  return QStringLiteral(
             "<tr><td style='padding:1px 14px 1px 0; color:#9ecbf2'><b>%1</b></td><td style='padding:1px 24px 1px 0'>%2</td></tr>")
      .arg(keys.toHtmlEscaped(), words.toHtmlEscaped());
}

QString keys_of(const QAction& action)
{
  QStringList keys;
  for (const auto& key : action.shortcuts()) keys << key.toString(QKeySequence::NativeText);
  return keys.join(QStringLiteral(", "));
}

QString heading(const QString& words)
{
  return QStringLiteral("<tr><td colspan='2' style='padding-top:8px; color:#949aa2'>%1</td></tr>").arg(words.toHtmlEscaped());
}

QString mouse_rows()
{
  return heading(HelpSheet::tr("Mouse in a view")) + key_row(HelpSheet::tr("Left"), HelpSheet::tr("the tool at hand")) +
         key_row(HelpSheet::tr("Right drag"), HelpSheet::tr("window and level")) +
         key_row(HelpSheet::tr("Right click"), HelpSheet::tr("menu of the view")) +
         key_row(HelpSheet::tr("Middle drag"), HelpSheet::tr("pan")) +
         key_row(HelpSheet::tr("Wheel"), HelpSheet::tr("slices; with Shift five at once")) +
         key_row(HelpSheet::tr("Ctrl + wheel"), HelpSheet::tr("zoom about the pointer")) +
         key_row(HelpSheet::tr("Double click"), HelpSheet::tr("this view alone, or all")) +
         key_row(HelpSheet::tr("Arrows, Page, Home, End"), HelpSheet::tr("slices"));
}
/// A heading with its keys.
struct Group
{
  QString words;
  QString rows;
  int lines = 0;
};

/// Three columns of about the same height, groups whole and in order.
QString in_columns(const std::vector<Group>& groups)
{
  int all = 0, before = 0;
  for (const Group& group : groups) all += group.lines + 1;
  QStringList columns(3);
  for (const Group& group : groups)
  {
    columns[std::min(2, (before + group.lines / 2) * 3 / all)] += group.rows;
    before += group.lines + 1;
  }
  QString cells;
  for (const QString& text : columns) cells += QStringLiteral("<td valign='top'><table cellspacing='0'>%1</table></td>").arg(text);
  return QStringLiteral("<table width='100%'><tr>%1</tr></table>").arg(cells);
}
}  // namespace

QString HelpSheet::page(const WindowActions& actions)
{
  std::vector<Group> groups;
  for (const QAction* action : actions.all())
  {
    if (keys_of(*action).isEmpty()) continue;
    const QString words = WindowActions::heading_of(WindowActions::group_of(*action));
    if (groups.empty() || groups.back().words != words) groups.push_back({words, heading(words), 1});
    groups.back().rows += key_row(keys_of(*action), action->text());
    ++groups.back().lines;
  }
  groups.push_back({QString(), mouse_rows(), 9});
  return in_columns(groups);
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
  resize(1200, 680);
}
}  // namespace nadir::viewer
