#include "viewer/widget/window_actions.h"

#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

#include "viewer/widget/action_icon.h"

namespace nadir::viewer
{
namespace
{
constexpr auto default_property = "default key";

struct Entry
{
  const char* name;
  const char* words;
  const char* key;
  WindowActions::Kind kind;
};
constexpr auto plain = WindowActions::Kind::Plain;
constexpr auto checkable = WindowActions::Kind::Checkable;

constexpr Entry table[]{
    {"case.images", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Open images ..."), "Ctrl+O", plain},
    {"case.open", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Open case ..."), "Ctrl+Shift+O", plain},
    {"case.close", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Close case"), "Ctrl+W", plain},
    {"case.quit", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Quit"), "Ctrl+Q", plain},
    {"edit.undo", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Undo"), "Ctrl+Z", plain},
    {"edit.redo", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Redo"), "Ctrl+Shift+Z", plain},
    {"view.fit", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Fit"), "F", plain},
    {"view.life-size", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Life size (1:1 mm)"), "Shift+F", plain},
    {"view.maximize", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "This view alone, or all"), "Return", plain},
    {"view.next", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Next view"), "Tab", plain},
    {"view.cine", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Cine"), "Space", checkable},
    {"view.acquired", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Acquired plane"), "Alt+1", plain},
    {"view.axial", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Axial"), "Alt+2", plain},
    {"view.coronal", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Coronal"), "Alt+3", plain},
    {"view.sagittal", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Sagittal"), "Alt+4", plain},
    {"view.surface", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Lesions in 3D"), "Alt+5", plain},
    {"view.together", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Pan and zoom together"), "Shift+L", checkable},
    {"window.auto", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Automatic window"), "W", plain},
    {"window.slice", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Automatic window, this slice"), "Shift+W", plain},
    {"window.invert", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Invert"), "I", plain},
    {"window.blocks", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Show voxels as blocks"), "", checkable},
    {"show.crosshair", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Crosshair"), "X", checkable},
    {"show.references", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Reference lines"), "Shift+X", checkable},
    {"show.outlines", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Lesion outlines"), "O", checkable},
    {"show.diameters", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Diameters"), "Shift+O", checkable},
    {"show.tissue", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Necrosis overlay"), "N", checkable},
    {"show.texts", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Texts"), "Shift+T", checkable},
    {"link.on", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Link the dates"), "L", checkable},
    {"link.take", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Take the crosshairs as the same place"), "Ctrl+L", plain},
    {"link.reset", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Registration alone, without own offset"), "", plain},
    {"panel.series", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Series"), "F9", checkable},
    {"panel.results", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Lesions and response"), "F10", checkable},
    {"panel.full-screen", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Full screen"), "F11", checkable},
};

struct Heading
{
  const char* group;
  const char* words;
};
constexpr Heading headings[]{{"case", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Case")},
                             {"edit", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Edit")},
                             {"view", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "View")},
                             {"window", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Window level")},
                             {"show", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Show")},
                             {"link", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Dates")},
                             {"panel", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Panels")},
                             {"tool", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Tools")},
                             {"segment", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Segment")},
                             {"lesion", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Lesions")},
                             {"reading", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Reading")},
                             {"help", QT_TRANSLATE_NOOP("nadir::viewer::WindowActions", "Help")}};

QString settings_key(const QAction& action) { return "keys/" + action.objectName(); }
}  // namespace

WindowActions::WindowActions(QWidget* window) : QObject(window), window_(window)
{
  for (const Entry& entry : table) add(entry.name, tr(entry.words), entry.key, entry.kind);
}

QAction* WindowActions::operator[](const QString& name) const
{
  for (QAction* action : all_)
    if (action->objectName() == name) return action;
  qFatal("no action %s", qPrintable(name));
}

QString WindowActions::group_of(const QAction& action) { return action.objectName().section('.', 0, 0); }

QString WindowActions::heading_of(const QString& group)
{
  for (const Heading& heading : headings)
    if (group == QLatin1String(heading.group)) return tr(heading.words);
  return group;
}

QAction* WindowActions::add(const QString& name, const QString& words, const QString& default_key, Kind kind)
{
  auto* action = new QAction(words, window_);
  action->setObjectName(name);
  action->setIcon(icon_of_action(name));
  action->setCheckable(kind == Kind::Checkable);
  action->setProperty(default_property, default_key);
  const QString keys = QSettings().value(settings_key(*action), default_key).toString();
  action->setShortcuts(QKeySequence::listFromString(keys, QKeySequence::PortableText));
  window_->addAction(action);
  all_.append(action);
  return action;
}

void WindowActions::set_keys(QAction& action, const QList<QKeySequence>& keys)
{
  QSettings settings;
  if (keys.isEmpty()) settings.remove(settings_key(action));
  else settings.setValue(settings_key(action), QKeySequence::listToString(keys, QKeySequence::PortableText));
  action.setShortcuts(keys.isEmpty() ? QKeySequence::listFromString(action.property(default_property).toString()) : keys);
}
}  // namespace nadir::viewer
