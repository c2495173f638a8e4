#include "viewer/widget/archive_editor.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <utility>

#include "viewer/widget/core_sentence.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
QLineEdit* line(const char* object_name, const QString& example)
{
  auto* field = new QLineEdit;
  field->setObjectName(object_name);
  field->setPlaceholderText(example);
  return field;
}
}  // namespace

ArchiveEditor::ArchiveEditor(ArchiveModel& archives, QWidget* parent)
    : QDialog(parent), archives_(archives), names_(new QListWidget), name_(line("archive-name", tr("as it is called here"))),
      address_(line("archive-address", QStringLiteral("pacs.example:104"))), called_(line("archive-called", QStringLiteral("ANY-SCP"))),
      calling_(line("archive-calling", QStringLiteral("NADIR"))),
      url_(line("archive-url", QStringLiteral("https://pacs.example/dicom-web"))), pin_(line("archive-pin", QStringLiteral("ab:12:..."))),
      protocol_(new QComboBox), timeout_(new QSpinBox), trust_(new QGroupBox(tr("Secured (TLS)"))), add_(new QPushButton(tr("Add"))),
      remove_(new QPushButton(tr("Remove"))), try_out_(new QPushButton(tr("Try connection"))), keep_(new QPushButton(tr("Save list"))),
      close_(new QPushButton(tr("Close"))), outcome_(new QLabel)
{
  setObjectName("archive-editor");
  setWindowTitle(tr("Archives"));
  setModal(false);
  for (const auto& peer : archives_.peers()) entries_.push_back(entry_of(peer));
  lay_out();
  wire();
  for (const auto& entry : entries_) names_->addItem(entry.name);
  names_->setCurrentRow(entries_.empty() ? -1 : 0);
  show_entry(names_->currentRow());
}

void ArchiveEditor::lay_out()
{
  names_->setObjectName("archive-names");
  add_->setObjectName("archive-add");
  keep_->setObjectName("archive-keep");
  try_out_->setObjectName("archive-try");
  remove_->setObjectName("archive-remove");
  outcome_->setObjectName("archive-outcome");
  outcome_->setWordWrap(true);
  auto* left = new QVBoxLayout;
  left->addWidget(names_, 1);
  auto* changes = new QHBoxLayout;
  for (auto* button : {add_, remove_}) changes->addWidget(button);
  left->addLayout(changes);
  auto* middle = new QHBoxLayout;
  middle->addLayout(left, 1);
  middle->addWidget(make_form(), 3);
  auto* ends = new QHBoxLayout;
  ends->addWidget(try_out_);
  ends->addStretch(1);
  for (auto* button : {keep_, close_}) ends->addWidget(button);
  auto* column = new QVBoxLayout(this);
  column->addLayout(middle, 1);
  column->addWidget(outcome_);
  column->addLayout(ends);
  resize(760, 520);
}

QWidget* ArchiveEditor::make_form()
{
  fields_ = new QWidget;
  form_ = new QFormLayout(fields_);
  protocol_->setObjectName("archive-protocol");
  protocol_->addItem(tr("DICOM node"), static_cast<int>(ArchiveProtocol::Dicom));
  protocol_->addItem(tr("DICOMweb service"), static_cast<int>(ArchiveProtocol::DicomWeb));
  timeout_->setRange(1, 3600);
  timeout_->setSuffix(tr(" s"));
  form_->addRow(tr("Name"), name_);
  form_->addRow(tr("Protocol"), protocol_);
  form_->addRow(tr("Host and port"), address_);
  form_->addRow(tr("Its AE title"), called_);
  form_->addRow(tr("Our AE title"), calling_);
  form_->addRow(tr("Address"), url_);
  form_->addRow(tr("Waits for an answer"), timeout_);
  form_->addRow(make_trust());
  return fields_;
}

QWidget* ArchiveEditor::make_trust()
{
  trust_->setObjectName("archive-trust");
  trust_->setCheckable(true);
  auto* form = new QFormLayout(trust_);
  authority_ = file_line(*form, tr("Authority (PEM)"));
  authority_->setObjectName("archive-authority");
  form->addRow(tr("or pin (SHA-256)"), pin_);
  certificate_ = file_line(*form, tr("Our certificate (PEM)"));
  key_ = file_line(*form, tr("Its key (PEM)"));
  return trust_;
}

QLineEdit* ArchiveEditor::file_line(QFormLayout& form, const QString& words)
{
  auto* field = new QLineEdit;
  auto* choose = new QPushButton(QStringLiteral("..."));
  choose->setToolTip(tr("Choose a file"));
  choose->setMaximumWidth(36);
  auto* row = new QHBoxLayout;
  row->addWidget(field, 1);
  row->addWidget(choose);
  form.addRow(words, row);
  connect(choose, &QPushButton::clicked, this,
          [this, field, words]
          {
            auto* dialog = new QFileDialog(this, words);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::ExistingFile);
            connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
            dialog->show();
          });
  return field;
}

void ArchiveEditor::wire()
{
  connect(names_, &QListWidget::currentRowChanged, this, &ArchiveEditor::show_entry);
  for (auto* field : {name_, address_, called_, calling_, url_, authority_, certificate_, key_, pin_})
    connect(field, &QLineEdit::textChanged, this, &ArchiveEditor::take_fields);
  connect(protocol_, &QComboBox::currentIndexChanged, this, &ArchiveEditor::take_fields);
  connect(timeout_, &QSpinBox::valueChanged, this, &ArchiveEditor::take_fields);
  connect(trust_, &QGroupBox::toggled, this, &ArchiveEditor::take_fields);
  connect(add_, &QPushButton::clicked, this, &ArchiveEditor::add);
  connect(remove_, &QPushButton::clicked, this, &ArchiveEditor::remove);
  connect(try_out_, &QPushButton::clicked, this, &ArchiveEditor::try_out);
  connect(keep_, &QPushButton::clicked, this, &ArchiveEditor::keep);
  connect(close_, &QPushButton::clicked, this, &QDialog::close);
  connect(&archives_, &ArchiveModel::tried_out, this, &ArchiveEditor::tell);
  connect(&archives_, &ArchiveModel::busy_changed, this, &ArchiveEditor::update_fields);
}

void ArchiveEditor::add()
{
  entries_.emplace_back();
  names_->addItem(tr("(new)"));
  names_->setCurrentRow(names_->count() - 1);
  name_->setFocus();
}

void ArchiveEditor::remove()
{
  const int row = names_->currentRow();
  if (row < 0) return;
  shown_ = -1;
  entries_.erase(entries_.begin() + row);
  delete names_->takeItem(row);
  show_entry(names_->currentRow());
}

void ArchiveEditor::show_entry(int row)
{
  shown_ = -1;  // the fields change by themselves now
  const auto entry = row >= 0 && row < static_cast<int>(entries_.size()) ? entries_[static_cast<std::size_t>(row)] : ArchiveEntry{};
  for (const auto& [field, text] : {std::pair{name_, entry.name},
                                    {address_, entry.address},
                                    {called_, entry.called},
                                    {calling_, entry.calling},
                                    {url_, entry.url},
                                    {authority_, entry.authority},
                                    {certificate_, entry.certificate},
                                    {key_, entry.key},
                                    {pin_, entry.pin}})
    field->setText(text);
  protocol_->setCurrentIndex(protocol_->findData(static_cast<int>(entry.protocol)));
  timeout_->setValue(entry.timeout_seconds);
  trust_->setChecked(entry.trust == ArchiveTrust::Tls);
  shown_ = row;
  outcome_->clear();
  update_fields();
}

void ArchiveEditor::take_fields()
{
  if (shown_ < 0) return;
  entries_[static_cast<std::size_t>(shown_)] = {name_->text(),      static_cast<ArchiveProtocol>(protocol_->currentData().toInt()),
                                                address_->text(),   called_->text(),
                                                calling_->text(),   url_->text(),
                                                timeout_->value(),  trust_->isChecked() ? ArchiveTrust::Tls : ArchiveTrust::None,
                                                authority_->text(), certificate_->text(),
                                                key_->text(),       pin_->text()};
  names_->item(shown_)->setText(name_->text().trimmed().isEmpty() ? tr("(new)") : name_->text().trimmed());
  update_fields();
}

void ArchiveEditor::update_fields()
{
  const bool is_node = static_cast<ArchiveProtocol>(protocol_->currentData().toInt()) == ArchiveProtocol::Dicom;
  for (auto* field : {address_, called_, calling_}) form_->setRowVisible(field, is_node);
  form_->setRowVisible(url_, !is_node);
  const bool has_entry = names_->currentRow() >= 0;
  fields_->setEnabled(has_entry);
  remove_->setEnabled(has_entry);
  try_out_->setEnabled(has_entry && !archives_.is_busy());
}

void ArchiveEditor::tell(const Message& message)
{
  outcome_->setText(screen_sentence(message.text));
  outcome_->setStyleSheet(message.kind == MessageKind::Note ? QString() : QStringLiteral("color: %1").arg(theme::warning.name()));
}

void ArchiveEditor::try_out()
{
  const auto peer = peer_of(entries_[static_cast<std::size_t>(names_->currentRow())]);
  if (!peer) return tell(message_of(peer.failure()));
  tell({MessageKind::Note, tr("Trying ..."), {}});
  archives_.try_out(*peer);
}

void ArchiveEditor::keep()
{
  std::vector<report::NamedPeer> peers;
  for (int row = 0; row < names_->count(); ++row)
  {
    auto peer = peer_of(entries_[static_cast<std::size_t>(row)]);
    if (!peer)
    {
      names_->setCurrentRow(row);
      return tell(message_of(peer.failure()));
    }
    peers.push_back(*std::move(peer));
  }
  const auto kept = archives_.keep(peers);
  tell(kept ? Message{MessageKind::Note, tr("Saved in %1.").arg(archives_.list()), {}} : message_of(kept.failure()));
}
}  // namespace nadir::viewer
