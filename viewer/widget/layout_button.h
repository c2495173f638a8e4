#pragma once

#include <QToolButton>

namespace nadir::viewer
{
class HangingModel;

/// Chooses how many views stand side by side, from small pictures; hangs what a reader has moved as it hangs by itself.
class LayoutButton : public QToolButton
{
  Q_OBJECT
public:
  explicit LayoutButton(HangingModel& hanging, QWidget* parent = nullptr);

private:
  void show_current();

  HangingModel& hanging_;
};
}  // namespace nadir::viewer
