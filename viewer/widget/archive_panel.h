#pragma once

#include <QWidget>

#include "viewer/model/archive_model.h"
#include "viewer/model/case_session.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace nadir::viewer
{
/// The archives: looks for studies, opens one as the next dates of the case, sends exported objects.
class ArchivePanel : public QWidget
{
  Q_OBJECT
public:
  ArchivePanel(CaseSession& session, ArchiveModel& archives, QWidget* parent = nullptr);

signals:
  void message(const nadir::viewer::Message& message);

protected:
  void showEvent(QShowEvent* event) override;

private:
  void lay_out();
  void wire();
  void search();
  void open_chosen();
  void ask_what_to_send();
  void edit_archives();
  void open_folder(const QString& folder);
  void show_archives();
  void show_studies();
  void update_state();

  CaseSession& session_;
  ArchiveModel& archives_;
  QComboBox* archive_;
  QLineEdit *patient_, *name_, *date_;
  QPushButton *search_, *open_, *send_, *stop_, *again_, *edit_;
  QTableWidget* studies_;
  QLabel* state_;
  QProgressBar* bar_;
};
}  // namespace nadir::viewer
