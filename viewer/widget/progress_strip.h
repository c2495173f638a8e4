#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace nadir::viewer
{
class CaseSession;

/// What is being done in the background, how far it is, and the button that stops it; hidden while nothing is.
class ProgressStrip : public QWidget
{
  Q_OBJECT
public:
  explicit ProgressStrip(CaseSession& session, QWidget* parent = nullptr);

  /// total 0: no end in sight.
  void show_progress(const QString& what, int done, int total);
  void finish();

signals:
  void cancelled();

private:
  QLabel* what_;
  QProgressBar* bar_;
  QToolButton* cancel_;
};
}  // namespace nadir::viewer
