#pragma once

#include <QDialog>

#include "viewer/widget/window_actions.h"

namespace nadir::viewer
{
/// Every key of the window, group after group, as the key map has it now, and what the mouse does. Not modal; F1 or Esc closes it.
class HelpSheet : public QDialog
{
  Q_OBJECT
public:
  HelpSheet(const WindowActions& actions, QWidget* parent);

  /// The sheet's text: a table of keys, made from the actions.
  static QString page(const WindowActions& actions);
};
}  // namespace nadir::viewer
