#pragma once

#include <QByteArray>
#include <QFutureWatcher>
#include <QWidget>

#include "viewer/model/case_session.h"

class QBuffer;
class QLabel;
class QPdfDocument;
class QPdfView;
class QPushButton;

namespace nadir::viewer
{
/// Report preview, page by page as it is printed, and its files: report.pdf, report.html and assessment.json of what is shown now. Pages
/// that are looked at follow the reading.
class ReportPanel : public QWidget
{
  Q_OBJECT
public:
  explicit ReportPanel(CaseSession& session, QWidget* parent = nullptr);
  ~ReportPanel() override;

  /// Lays the report out in the background and shows it as it stands, without writing a file.
  void preview();
  void ask_where();
  void write(const QString& folder);

signals:
  void message(const nadir::viewer::Message& message);
  void export_wanted();

protected:
  void showEvent(QShowEvent* event) override;

private:
  void lay_out();
  void follow();
  QString pages_words() const;
  void update_buttons();
  void show_paper();
  /// The pages in a window of their own, wide enough to read.
  void enlarge();
  void clear();

  CaseSession& session_;
  QPdfDocument* paper_;
  QPdfView* pages_;
  QLabel* state_;
  QPushButton* preview_;
  QPushButton* write_;
  QPushButton* export_;
  QPushButton* enlarge_;
  std::shared_ptr<const measure::Assessment> laid_out_of_;  ///< what the pages tell of
  QByteArray bytes_;
  QBuffer* buffer_;
  QFutureWatcher<QByteArray> laid_out_;
};
}  // namespace nadir::viewer
