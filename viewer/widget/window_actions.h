#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <QString>

namespace nadir::viewer
{
/// What the reader can ask the window to do, each by a name that stays ("view.fit"), with words and keys that may change.
///
/// Keys come from the settings ("keys/view.fit") or else from the table in the .cpp file; menus, toolbars, the help sheet and the settings
/// page all read them from here. Panels add their own actions with add().
class WindowActions : public QObject
{
  Q_OBJECT
public:
  explicit WindowActions(QWidget* window);

  /// Contract: the name is known.
  QAction* operator[](const QString& name) const;
  const QList<QAction*>& all() const { return all_; }
  /// Group of an action's name: "view" of "view.fit"; and its heading, translated.
  static QString group_of(const QAction& action);
  static QString heading_of(const QString& group);

  /// A new action with a default key ("" = none); checkable when `kind` says so. The name must be new.
  enum class Kind
  {
    Plain,
    Checkable,
  };
  QAction* add(const QString& name, const QString& words, const QString& default_key, Kind kind = Kind::Plain);
  /// Changes the keys of an action and remembers them; empty = the default again.
  void set_keys(QAction& action, const QList<QKeySequence>& keys);

private:
  QWidget* window_;
  QList<QAction*> all_;
};
}  // namespace nadir::viewer
