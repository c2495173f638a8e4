#pragma once

#include <QWidget>

#include "viewer/model/case_session.h"

class QLabel;
class QPushButton;
class QTextBrowser;

namespace nadir::viewer
{
/// Report preview and export: writes report.html and assessment.json of what is shown now, and opens the page.
class ReportPanel : public QWidget
{
  Q_OBJECT
public:
  explicit ReportPanel(CaseSession& session, QWidget* parent = nullptr);

  /// Shows the report as it stands, without writing a file.
  void preview();
  void ask_where();
  void write(const QString& folder);

signals:
  void message(const nadir::viewer::Message& message);

private:
  void update_buttons();

  CaseSession& session_;
  QTextBrowser* page_;
  QLabel* state_;
  QPushButton* preview_;
  QPushButton* write_;
};
} // namespace nadir::viewer
