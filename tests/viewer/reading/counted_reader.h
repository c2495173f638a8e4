#pragma once

#include <QStringList>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "reading/record/lesion_marks.h"
#include "viewer/widget/main_window.h"

namespace nadir::viewer::test
{
/// A radiologist at the real window, who only has mouse and keys. Counts clicks, keys and drops; calipers and the wheel are counted apart.
class CountedReader
{
public:
  CountedReader();

  /// Drops folders onto the window together: one act.
  void drop(const std::vector<std::filesystem::path>& folders);
  /// Presses the key of an action, as the key map has it.
  void key(const QString& action);
  /// Clicks the middle of a cell's image.
  void click(int cell);
  /// Turns the wheel until the slice with the line is seen, then draws it: one drag.
  void draw(int cell, const reading::Line& line);

  /// Waits until something holds; nothing a reader does.
  bool wait(const std::function<bool()>& holds) const;
  bool is_settled();

  int acts() const { return static_cast<int>(told_.size()); }
  int calipers() const { return calipers_; }
  int wheel_notches() const { return notches_; }
  /// What was done, in order.
  QString story() const { return told_.join(QStringLiteral(", ")); }
  std::string messages() const { return messages_.join(QStringLiteral("\n")).toStdString(); }

  CaseSession session;
  std::unique_ptr<MainWindow> window;

private:
  SliceCanvas& canvas(int cell) { return window->grid().cell(cell)->canvas(); }
  QPoint place_of(int cell, PatientPoint point);
  void turn_to(int cell, PatientPoint point);

  QStringList told_;
  QStringList messages_;
  int calipers_ = 0;
  int notches_ = 0;
};
}  // namespace nadir::viewer::test
