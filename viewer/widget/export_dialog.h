#pragma once

#include <QDialog>

#include "viewer/model/export_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace nadir::viewer
{
class ExportSettingsForm;

/// Formats with their settings, a folder and an archive chosen once; then what became of every format and of every object that was sent.
/// What did not arrive is sent again from here. Not modal.
class ExportDialog : public QDialog
{
  Q_OBJECT
public:
  ExportDialog(CaseSession& session, ArchiveModel& archives, QWidget* parent = nullptr);

  void start();

signals:
  void message(const nadir::viewer::Message& message);

private:
  void lay_out();
  void fill_formats();
  void wire();
  ExportWish wish() const;
  void ask_folder();
  void show_written(const report::Certificate& certificate, const QString& folder);
  void show_delivered(const ArchiveDelivery& delivery);
  void add_row(const QString& what, const QString& outcome, const QString& words);
  void update_state();
  void update_words();

  ArchiveModel& archives_;
  ExportModel* exports_;
  QListWidget* formats_;
  ExportSettingsForm* settings_;
  QLineEdit* folder_;
  QPushButton* choose_;
  QComboBox* archive_;
  QPushButton* start_;
  QPushButton* stop_;
  QPushButton* again_;
  QProgressBar* bar_;
  QLabel* state_;
  QTableWidget* outcomes_;
};
}  // namespace nadir::viewer
