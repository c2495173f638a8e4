#pragma once

#include <QDialog>
#include <vector>

#include "viewer/model/archive_entry.h"
#include "viewer/model/archive_model.h"

class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace nadir::viewer
{
/// The list of archives: names, addresses, titles, trust. An entry can be tried out before anything is kept; the list is written as a
/// whole, when every entry can be.
class ArchiveEditor : public QDialog
{
  Q_OBJECT
public:
  ArchiveEditor(ArchiveModel& archives, QWidget* parent);

private:
  void lay_out();
  QWidget* make_form();
  QWidget* make_trust();
  QLineEdit* file_line(QFormLayout& form, const QString& words);
  void wire();
  void add();
  void remove();
  void show_entry(int row);
  void take_fields();
  void update_fields();
  void tell(const Message& message);
  void try_out();
  void keep();

  ArchiveModel& archives_;
  std::vector<ArchiveEntry> entries_;
  int shown_ = -1;  ///< the entry in the fields
  QListWidget* names_;
  QFormLayout* form_ = nullptr;
  QWidget* fields_ = nullptr;
  QLineEdit *name_, *address_, *called_, *calling_, *url_, *authority_ = nullptr, *certificate_ = nullptr, *key_ = nullptr, *pin_;
  QComboBox* protocol_;
  QSpinBox* timeout_;
  QGroupBox* trust_;
  QPushButton *add_, *remove_, *try_out_, *keep_, *close_;
  QLabel* outcome_;
};
}  // namespace nadir::viewer
