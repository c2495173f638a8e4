#include "viewer/widget/archive_panel.h"

#include <QComboBox>
#include <QDate>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "viewer/widget/archive_editor.h"

namespace nadir::viewer
{
namespace
{
/// "2024-01-31" of "20240131"; anything else as the archive gives it.
QString date_words(const std::string& date)
{
  const auto day = QDate::fromString(QString::fromStdString(date), QStringLiteral("yyyyMMdd"));
  return day.isValid() ? day.toString(Qt::ISODate) : text_of(date);
}
}  // namespace

ArchivePanel::ArchivePanel(CaseSession& session, ArchiveModel& archives, QWidget* parent)
    : QWidget(parent), session_(session), archives_(archives), archive_(new QComboBox), patient_(new QLineEdit), name_(new QLineEdit),
      date_(new QLineEdit), search_(new QPushButton(tr("Search"))), open_(new QPushButton(tr("Open study"))),
      send_(new QPushButton(tr("Send results ..."))), stop_(new QPushButton(tr("Stop"))), again_(new QPushButton),
      edit_(new QPushButton(tr("Archives ..."))), studies_(new QTableWidget(0, 5)), state_(new QLabel), bar_(new QProgressBar)
{
  lay_out();
  wire();
  show_archives();
  show_studies();
  update_state();
}

void ArchivePanel::lay_out()
{
  archive_->setObjectName("archive");
  patient_->setObjectName("archive-patient");
  studies_->setObjectName("studies");
  again_->setObjectName("archive-again");
  edit_->setObjectName("archive-edit");
  date_->setPlaceholderText(tr("YYYYMMDD or YYYYMMDD-YYYYMMDD"));
  studies_->setHorizontalHeaderLabels({tr("Date"), tr("Patient ID"), tr("Name"), tr("Modality"), tr("Description")});
  studies_->setSelectionBehavior(QAbstractItemView::SelectRows);
  studies_->setSelectionMode(QAbstractItemView::SingleSelection);
  studies_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  studies_->verticalHeader()->hide();
  studies_->horizontalHeader()->setStretchLastSection(true);
  state_->setWordWrap(true);
  auto* fields = new QFormLayout;
  auto* archive = new QHBoxLayout;
  archive->addWidget(archive_, 1);
  archive->addWidget(edit_);
  fields->addRow(tr("Archive"), archive);
  fields->addRow(tr("Patient ID"), patient_);
  fields->addRow(tr("Name"), name_);
  fields->addRow(tr("Date"), date_);
  auto* buttons = new QHBoxLayout;
  for (auto* button : {search_, open_, send_, stop_}) buttons->addWidget(button);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addLayout(fields);
  column->addLayout(buttons);
  column->addWidget(again_);
  column->addWidget(bar_);
  column->addWidget(state_);
  column->addWidget(studies_, 1);
}

void ArchivePanel::wire()
{
  connect(search_, &QPushButton::clicked, this, &ArchivePanel::search);
  for (auto* field : {patient_, name_, date_}) connect(field, &QLineEdit::returnPressed, this, &ArchivePanel::search);
  connect(open_, &QPushButton::clicked, this, &ArchivePanel::open_chosen);
  connect(studies_, &QTableWidget::itemDoubleClicked, this, &ArchivePanel::open_chosen);
  connect(studies_, &QTableWidget::itemSelectionChanged, this, &ArchivePanel::update_state);
  connect(send_, &QPushButton::clicked, this, &ArchivePanel::ask_what_to_send);
  connect(edit_, &QPushButton::clicked, this, &ArchivePanel::edit_archives);
  connect(stop_, &QPushButton::clicked, &archives_, &ArchiveModel::cancel);
  connect(again_, &QPushButton::clicked, this, [this] { archives_.send_again(archive_->currentText()); });
  connect(archive_, &QComboBox::currentIndexChanged, this, &ArchivePanel::update_state);
  connect(&archives_, &ArchiveModel::not_arrived_changed, this, &ArchivePanel::update_state);
  connect(&archives_, &ArchiveModel::archives_changed, this, &ArchivePanel::show_archives);
  connect(&archives_, &ArchiveModel::studies_changed, this, &ArchivePanel::show_studies);
  connect(&archives_, &ArchiveModel::fetched, this, &ArchivePanel::open_folder);
  connect(&archives_, &ArchiveModel::busy_changed, this, &ArchivePanel::update_state);
  connect(&archives_, &ArchiveModel::message, this, &ArchivePanel::message);
  connect(&archives_, &ArchiveModel::progress, this,
          [this](const QString& what, int done, int total)
          {
            bar_->setRange(0, total);
            bar_->setValue(done);
            bar_->setFormat(what + QStringLiteral(" %v / %m"));
          });
  connect(&session_.blinding(), &BlindingModel::changed, this, &ArchivePanel::update_state);
}

void ArchivePanel::showEvent(QShowEvent* event)
{
  QWidget::showEvent(event);
  if (archives_.archives().isEmpty()) archives_.reload();
}

void ArchivePanel::search() { archives_.search(archive_->currentText(), {patient_->text(), name_->text(), date_->text(), {}}); }

void ArchivePanel::open_chosen()
{
  if (const int row = studies_->currentRow(); row >= 0) archives_.fetch(static_cast<std::size_t>(row));
}

void ArchivePanel::open_folder(const QString& folder)
{
  if (!session_.reading().is_open() && !session_.begin_new()) return;
  session_.add_images(folder);
}

void ArchivePanel::ask_what_to_send()
{
  auto* dialog = new QFileDialog(this, tr("Folder with exported DICOM objects"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { archives_.send(archive_->currentText(), {folder}); });
  dialog->show();
}

void ArchivePanel::edit_archives()
{
  auto* editor = new ArchiveEditor(archives_, this);
  editor->setAttribute(Qt::WA_DeleteOnClose);
  editor->show();
}

void ArchivePanel::show_archives()
{
  const QString chosen = archive_->currentText();
  archive_->clear();
  archive_->addItems(archives_.archives());
  archive_->setCurrentText(chosen);
  update_state();
}

void ArchivePanel::show_studies()
{
  const auto& studies = archives_.studies();
  studies_->setRowCount(static_cast<int>(studies.size()));
  for (int row = 0; row < studies_->rowCount(); ++row)
  {
    const auto& study = studies[static_cast<std::size_t>(row)];
    studies_->setItem(row, 0, new QTableWidgetItem(date_words(study.study_date)));
    int column = 1;
    for (const auto* text : {&study.patient_id, &study.patient_name, &study.modality, &study.study_description})
      studies_->setItem(row, column++, new QTableWidgetItem(text_of(*text)));
  }
  studies_->resizeColumnsToContents();
  update_state();
}

void ArchivePanel::update_state()
{
  const bool is_busy = archives_.is_busy(), has_archive = archive_->count() > 0, is_hidden = session_.blinding().is_blinded();
  search_->setEnabled(has_archive && !is_busy && !is_hidden);
  open_->setEnabled(!is_busy && !is_hidden && studies_->currentRow() >= 0);
  send_->setEnabled(has_archive && !is_busy);
  stop_->setEnabled(is_busy);
  const int left = archives_.not_arrived(archive_->currentText());
  again_->setVisible(left > 0);
  again_->setEnabled(!is_busy);
  again_->setText(tr("Send again what did not arrive (%1)").arg(left));
  bar_->setVisible(is_busy);
  studies_->setVisible(!is_hidden);
  if (is_hidden) state_->setText(tr("Blinded: names and dates of an archive are not shown."));
  else if (!has_archive) state_->setText(tr("No archive is known. Add one with \"Archives ...\"; the list is %1.").arg(archives_.list()));
  else state_->setText(tr("%n studies found", "", static_cast<int>(archives_.studies().size())));
}
}  // namespace nadir::viewer
