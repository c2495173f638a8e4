#include "viewer/widget/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>
#include <array>

namespace nadir::viewer
{
namespace
{
QPalette palette()
{
  QPalette colors;
  colors.setColor(QPalette::Window, theme::window);
  colors.setColor(QPalette::WindowText, theme::text);
  colors.setColor(QPalette::Base, theme::panel);
  colors.setColor(QPalette::AlternateBase, theme::raised);
  colors.setColor(QPalette::Text, theme::text);
  colors.setColor(QPalette::Button, theme::raised);
  colors.setColor(QPalette::ButtonText, theme::text);
  colors.setColor(QPalette::BrightText, theme::warning);
  colors.setColor(QPalette::Highlight, QColor(0x2c, 0x5f, 0x8c));
  colors.setColor(QPalette::HighlightedText, Qt::white);
  colors.setColor(QPalette::ToolTipBase, theme::raised);
  colors.setColor(QPalette::ToolTipText, theme::text);
  colors.setColor(QPalette::PlaceholderText, theme::quiet);
  colors.setColor(QPalette::Link, theme::accent);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    colors.setColor(QPalette::Disabled, role, QColor(0x60, 0x65, 0x6b));
  return colors;
}

const char* const sheet = R"(
QMainWindow::separator { background: #1a1c1f; width: 4px; height: 4px; }
QToolBar { background: #222529; border: none; border-bottom: 1px solid #101113; spacing: 2px; padding: 3px 6px; }
QToolBar::separator { background: #3a3f46; width: 1px; margin: 4px 6px; }
QToolButton { color: #d8dbde; background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px 7px; }
QToolButton:hover { background: #33383e; }
QToolButton:checked { background: #2c4f6e; border-color: #4a9fe0; }
QToolButton:pressed { background: #24425c; }
QToolButton:disabled { color: #60656b; }
QToolButton:focus { border-color: #4a9fe0; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: #2d3136; border: 1px solid #3f454c; border-radius: 4px; padding: 4px 12px; }
QPushButton:hover { background: #373c42; }
QPushButton:pressed { background: #24425c; }
QPushButton:focus { border-color: #4a9fe0; }
QPushButton:disabled { color: #60656b; border-color: #2d3136; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; color: #949aa2; }
QDockWidget::title { background: #222529; padding: 5px 8px; }
QStatusBar { background: #222529; border-top: 1px solid #101113; color: #b4b9be; }
QStatusBar::item { border: none; }
QMenu { background: #26292e; border: 1px solid #3a3f46; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 3px; }
QMenu::item:selected { background: #2c5f8c; }
QMenu::item:disabled { color: #60656b; }
QMenu::separator { height: 1px; background: #3a3f46; margin: 4px 8px; }
QMenuBar { background: #222529; }
QMenuBar::item:selected { background: #33383e; }
QToolTip { background: #2d3136; color: #d8dbde; border: 1px solid #4a5058; padding: 4px; }
QScrollBar:vertical { background: #1f2225; width: 10px; margin: 0; }
QScrollBar:horizontal { background: #1f2225; height: 10px; margin: 0; }
QScrollBar::handle { background: #474d55; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: #5a616a; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QHeaderView::section { background: #26292e; color: #949aa2; border: none; border-bottom: 1px solid #3a3f46; padding: 4px 6px; }
QTableView, QTreeView, QListView { background: #1f2225; border: none; gridline-color: #2d3136; }
QListView::indicator { width: 12px; height: 12px; border: 1px solid #949aa2; border-radius: 2px; background: #1a1c1f; }
QListView::indicator:checked { background: #4a9fe0; border-color: #4a9fe0; }
QProgressBar { background: #1a1c1f; border: 1px solid #3a3f46; border-radius: 3px; height: 10px; text-align: center; }
QProgressBar::chunk { background: #3b7fb8; border-radius: 2px; }
QTabBar::tab { background: #222529; color: #949aa2; padding: 6px 14px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: #ffffff; border-bottom-color: #4a9fe0; }
QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; }
QSplitter::handle { background: #1a1c1f; }
)";
}  // namespace

QColor timepoint_color(int index)
{
  static const std::array<QColor, 6> colors{QColor(0x5a, 0xb4, 0xff), QColor(0xff, 0xb0, 0x3a), QColor(0xc0, 0x8c, 0xff),
                                            QColor(0x4f, 0xd6, 0xb0), QColor(0xff, 0x8a, 0xb8), QColor(0xd8, 0xd8, 0x60)};
  return index < 0 ? theme::quiet : colors[static_cast<std::size_t>(index) % colors.size()];
}

void apply_theme(QApplication& application)
{
  QApplication::setStyle(QStyleFactory::create("Fusion"));
  QApplication::setPalette(palette());
  application.setStyleSheet(QString::fromLatin1(sheet));
}
}  // namespace nadir::viewer
