#pragma once

#include <QWidget>

#include "viewer/model/case_session.h"

class QLineEdit;
class QListWidget;

namespace nadir::viewer
{
/// Everything that was done, the latest first, and a line for comments. A double click, or "Back to here", undoes down to a moment; that is
/// an act, too, and nothing is erased.
class HistoryPanel : public QWidget
{
  Q_OBJECT
public:
  explicit HistoryPanel(CaseSession& session, QWidget* parent = nullptr);

private:
  void show_history();
  void go_back_to(int event);

  CaseSession& session_;
  QListWidget* list_;
  QLineEdit* comment_;
};
}  // namespace nadir::viewer
