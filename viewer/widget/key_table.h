#pragma once

#include <QWidget>

#include "viewer/widget/window_actions.h"

class QTreeWidget;
class QTreeWidgetItem;
class QLabel;
class QKeySequenceEdit;

namespace nadir::viewer
{
/// The keys of all actions, to be changed. A key that another action has is not taken; which one has it is said.
class KeyTable : public QWidget
{
  Q_OBJECT
public:
  explicit KeyTable(WindowActions& actions, QWidget* parent = nullptr);

  /// Gives an action another key, or none. False, with words beside the table, when another one has it.
  bool assign(QAction& action, const QKeySequence& key);

private:
  void fill();
  QAction* chosen() const;

  WindowActions& actions_;
  QTreeWidget* tree_;
  QKeySequenceEdit* key_;
  QLabel* conflict_;
};

/// The action that has a key, other than `but`; nullptr when it is free.
const QAction* holder_of(const WindowActions& actions, const QKeySequence& key, const QAction& but);
}  // namespace nadir::viewer
