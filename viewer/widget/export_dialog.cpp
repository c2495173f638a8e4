#include "viewer/widget/export_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "viewer/widget/core_sentence.h"
#include "viewer/widget/export_settings_form.h"
#include "viewer/widget/export_words.h"

namespace nadir::viewer
{
namespace
{
constexpr auto formats_key = "export/formats";
constexpr auto folder_key = "export/folder";
constexpr auto archive_key = "export/archive";

QStringList sentences(const std::vector<std::string>& texts)
{
  QStringList words;
  for (const auto& text : texts) words.append(screen_sentence(text_of(text)));
  return words;
}

QString words_of(report::Delivery delivery)
{
  switch (delivery)
  {
  case report::Delivery::Confirmed: return ExportDialog::tr("confirmed by the archive");
  case report::Delivery::Refused: return ExportDialog::tr("refused by the archive");
  case report::Delivery::Open: return ExportDialog::tr("waits in the queue");
  }
  return {};
}
}  // namespace

ExportDialog::ExportDialog(CaseSession& session, ArchiveModel& archives, QWidget* parent)
    : QDialog(parent), archives_(archives), exports_(new ExportModel(session, archives, this)), formats_(new QListWidget),
      settings_(new ExportSettingsForm), folder_(new QLineEdit), choose_(new QPushButton(tr("Choose ..."))), archive_(new QComboBox),
      start_(new QPushButton(tr("Export"))), stop_(new QPushButton(tr("Stop sending"))), again_(new QPushButton), bar_(new QProgressBar),
      state_(new QLabel), outcomes_(new QTableWidget(0, 3))
{
  setObjectName("export-dialog");
  setWindowTitle(tr("Export and send"));
  setModal(false);
  resize(1040, 720);
  fill_formats();
  folder_->setText(QSettings().value(folder_key, QFileInfo(session.reading().file()).path() + QStringLiteral("/export")).toString());
  lay_out();
  wire();
  connect(&session.assessment(), &AssessmentModel::updated, this, &ExportDialog::update_state);
  connect(&session.blinding(), &BlindingModel::changed, this, &ExportDialog::update_state);
  update_state();
}

void ExportDialog::fill_formats()
{
  const auto chosen = QSettings().value(formats_key, QStringList{QStringLiteral("pdf")}).toStringList();
  for (const auto& choice : ExportModel::choices())
  {
    const QString name = QString::fromStdString(choice.name);
    auto* item = new QListWidgetItem(QStringLiteral("%1: %2").arg(name, export_words(choice.title.toStdString())), formats_);
    item->setData(Qt::UserRole, name);
    item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled);
    item->setCheckState(chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
  }
  archive_->addItem(tr("do not send"), QString());
  for (const QString& name : archives_.archives()) archive_->addItem(name, name);
  archive_->setCurrentIndex(std::max(0, archive_->findData(QSettings().value(archive_key).toString())));
}

void ExportDialog::lay_out()
{
  formats_->setObjectName("export-formats");
  start_->setObjectName("export-start");
  again_->setObjectName("export-again");
  again_->setToolTip(tr("What waits in the queue, and what the archive refused before"));
  outcomes_->setObjectName("export-outcomes");
  outcomes_->setHorizontalHeaderLabels({tr("What"), tr("Outcome"), tr("Words")});
  outcomes_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  outcomes_->verticalHeader()->hide();
  outcomes_->horizontalHeader()->setStretchLastSection(true);
  state_->setWordWrap(true);
  auto* place = new QHBoxLayout;
  place->addWidget(folder_, 1);
  place->addWidget(choose_);
  auto* fields = new QFormLayout;
  fields->addRow(tr("Folder"), place);
  fields->addRow(tr("DICOM objects to"), archive_);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(bar_, 1);
  buttons->addWidget(again_);
  buttons->addWidget(stop_);
  buttons->addWidget(start_);
  auto* column = new QVBoxLayout(this);
  auto* settings = new QScrollArea;
  settings->setWidgetResizable(true);
  settings->setFrameShape(QFrame::NoFrame);
  settings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  settings->setWidget(settings_);
  formats_->setMinimumHeight(formats_->sizeHintForRow(0) * formats_->count() +
                             2 * formats_->frameWidth());  // all of them without scrolling
  formats_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  formats_->setTextElideMode(Qt::ElideRight);
  auto* choices = new QHBoxLayout;
  choices->addWidget(formats_, 3);
  choices->addWidget(settings, 2);
  column->addLayout(choices, 3);
  column->addLayout(fields);
  column->addLayout(buttons);
  column->addWidget(state_);
  column->addWidget(outcomes_, 2);
}

void ExportDialog::wire()
{
  connect(choose_, &QPushButton::clicked, this, &ExportDialog::ask_folder);
  connect(start_, &QPushButton::clicked, this, &ExportDialog::start);
  connect(stop_, &QPushButton::clicked, &archives_, &ArchiveModel::cancel);
  connect(again_, &QPushButton::clicked, this,
          [this]
          {
            outcomes_->setRowCount(0);
            archives_.send_again(archive_->currentData().toString());
          });
  connect(&archives_, &ArchiveModel::not_arrived_changed, this, &ExportDialog::update_state);
  connect(formats_, &QListWidget::itemChanged, this, &ExportDialog::update_state);
  connect(archive_, &QComboBox::currentIndexChanged, this, &ExportDialog::update_state);
  connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::update_state);
  connect(exports_, &ExportModel::written, this, &ExportDialog::show_written);
  connect(exports_, &ExportModel::message, this, &ExportDialog::message);
  connect(exports_, &ExportModel::message, this,
          [this](const Message& said) { add_row(tr("Export"), tr("refused"), screen_sentence(said.text)); });
  connect(exports_, &ExportModel::busy_changed, this, &ExportDialog::update_state);
  connect(&archives_, &ArchiveModel::delivered, this, &ExportDialog::show_delivered);
  connect(&archives_, &ArchiveModel::busy_changed, this, &ExportDialog::update_state);
  connect(&archives_, &ArchiveModel::message, this,
          [this](const Message& said)
          {
            if (said.kind == MessageKind::Failure) add_row(tr("Sending"), tr("failed"), screen_sentence(said.text));
          });
}

ExportWish ExportDialog::wish() const
{
  ExportWish wish{{}, folder_->text().trimmed(), archive_->currentData().toString(), settings_->moment(), settings_->values()};
  for (int row = 0; row < formats_->count(); ++row)
    if (formats_->item(row)->checkState() == Qt::Checked)
      wish.formats.push_back(formats_->item(row)->data(Qt::UserRole).toString().toStdString());
  return wish;
}

void ExportDialog::ask_folder()
{
  auto* dialog = new QFileDialog(this, tr("Folder for the export"), folder_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, folder_, &QLineEdit::setText);
  dialog->show();
}

void ExportDialog::start()
{
  const auto wanted = wish();
  QStringList names;
  for (const auto& name : wanted.formats) names.append(QString::fromStdString(name));
  QSettings settings;
  settings.setValue(formats_key, names);
  settings.setValue(folder_key, wanted.folder);
  settings.setValue(archive_key, wanted.archive);
  settings_->remember();
  outcomes_->setRowCount(0);
  exports_->start(wanted);
}

void ExportDialog::show_written(const report::Certificate& certificate, const QString& folder)
{
  const auto wanted = wish().formats;
  for (const auto& format : certificate.formats)
  {
    if (std::find(wanted.begin(), wanted.end(), format.format) == wanted.end()) continue;
    QStringList words = sentences(format.notices);
    if (!format.left_out.empty()) words.append(tr("left out: %1").arg(sentences(format.left_out).join(QStringLiteral("; "))));
    const int files = static_cast<int>(format.files.size());
    const QString name = QString::fromStdString(format.format);
    words.prepend(folder + QLatin1Char('/') + name);
    if (format.is_written()) add_row(name, tr("%n files written and read back", "", files), words.join(QStringLiteral("; ")));
    else add_row(name, tr("refused, nothing written"), screen_sentence(text_of(format.refusal)));
  }
}

void ExportDialog::show_delivered(const ArchiveDelivery& delivery)
{
  for (const auto& outcome : delivery.outcomes)
    add_row(QString::fromStdString(outcome.sop_instance), words_of(outcome.delivery), screen_sentence(text_of(outcome.words)));
  if (delivery.outcomes.empty()) add_row(tr("Sending"), tr("nothing sent"), tr("none of the chosen formats holds DICOM objects"));
}

void ExportDialog::add_row(const QString& what, const QString& outcome, const QString& words)
{
  const int row = outcomes_->rowCount();
  outcomes_->insertRow(row);
  int column = 0;
  for (const auto& text : {what, outcome, words})
  {
    auto* item = new QTableWidgetItem(text);
    item->setToolTip(text);
    outcomes_->setItem(row, column++, item);
  }
  outcomes_->resizeColumnToContents(0);
  outcomes_->resizeColumnToContents(1);
}

void ExportDialog::update_state()
{
  settings_->show_for(wish().formats);
  const auto wanted = wish();
  const bool is_busy = exports_->is_busy() || archives_.is_busy();
  start_->setText(wanted.archive.isEmpty() ? tr("Export") : tr("Export and send"));
  start_->setEnabled(exports_->can_start() && !is_busy && !wanted.formats.empty() && !wanted.folder.isEmpty());
  stop_->setEnabled(archives_.is_busy());
  const int left = archives_.not_arrived(wanted.archive);
  again_->setVisible(left > 0);
  again_->setEnabled(!is_busy);
  again_->setText(tr("Send again what did not arrive (%1)").arg(left));
  bar_->setRange(0, is_busy ? 0 : 1);
  bar_->setVisible(is_busy);
  update_words();
}

void ExportDialog::update_words()
{
  if (exports_->is_busy()) state_->setText(tr("Everything is computed from the images once more, written and read back ..."));
  else if (archives_.is_busy()) state_->setText(tr("Sending ..."));
  else state_->setText(tr("Files hold the reading as it stands; what is locked must come out as it was locked."));
}
}  // namespace nadir::viewer
