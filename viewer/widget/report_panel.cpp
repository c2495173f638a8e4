#include "viewer/widget/report_panel.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include "viewer/model/report_files.h"

namespace nadir::viewer
{
ReportPanel::ReportPanel(CaseSession& session, QWidget* parent)
    : QWidget(parent), session_(session), page_(new QTextBrowser), state_(new QLabel), preview_(new QPushButton(tr("Preview"))),
      write_(new QPushButton(tr("Write report ...")))
{
  page_->setObjectName("report");
  page_->setOpenLinks(false);
  page_->setStyleSheet("QTextBrowser { background: white; color: black; }");
  state_->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(state_, 1);
  row->addWidget(preview_);
  row->addWidget(write_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addLayout(row);
  column->addWidget(page_, 1);
  connect(preview_, &QPushButton::clicked, this, &ReportPanel::preview);
  connect(write_, &QPushButton::clicked, this, &ReportPanel::ask_where);
  connect(&session_.assessment(), &AssessmentModel::updated, this, &ReportPanel::update_buttons);
  connect(&session_.blinding(), &BlindingModel::changed, this, &ReportPanel::update_buttons);
  connect(&session_.reading(), &ReadingModel::opened, this, &ReportPanel::update_buttons);
  update_buttons();
}

void ReportPanel::update_buttons()
{
  const bool is_hidden = session_.blinding().is_blinded(), is_ready = session_.assessment().shown() != nullptr && session_.assessment().problem().isEmpty() && !is_hidden;
  preview_->setEnabled(is_ready);
  write_->setEnabled(is_ready);
  if (is_hidden)
    state_->setText(tr("Blinded: there is a report once the reading is locked."));
  else
    state_->setText(is_ready ? tr("The report tells of the reading as it stands.") : tr("There is a report as soon as something is measured."));
  if (!is_ready) page_->clear();
}

void ReportPanel::preview()
{
  if (const auto assessment = session_.assessment().shown()) page_->setHtml(report_page(*assessment));
}

void ReportPanel::ask_where()
{
  auto* dialog = new QFileDialog(this, tr("Folder for the report"), QSettings().value("report/folder", QFileInfo(session_.reading().file()).path()).toString());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this, &ReportPanel::write);
  dialog->show();
}

void ReportPanel::write(const QString& folder)
{
  const auto assessment = session_.assessment().shown();
  if (!assessment) return;
  QSettings().setValue("report/folder", folder);
  const auto written = write_report(*assessment, folder);
  if (!written) return emit message(message_of(written.failure()));
  emit message({MessageKind::Note, tr("The report was written to %1").arg(*written), {}});
  QDesktopServices::openUrl(QUrl::fromLocalFile(*written));
}
} // namespace nadir::viewer
