#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace nadir::viewer
{
class CaseSession;

/// What the window shows without a case: where to drop images, and the cases opened last.
class StartPage : public QWidget
{
  Q_OBJECT
public:
  explicit StartPage(CaseSession& session, QWidget* parent = nullptr);

signals:
  void open_folder_requested();
  void open_case_requested();
  void case_chosen(const QString& file);

private:
  void fill();

  CaseSession& session_;
  QListWidget* recent_;
  QLabel* recent_title_ = nullptr;
};
}  // namespace nadir::viewer
