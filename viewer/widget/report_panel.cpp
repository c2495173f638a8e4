#include "viewer/widget/report_panel.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QSettings>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "viewer/model/report_files.h"

namespace nadir::viewer
{
ReportPanel::ReportPanel(CaseSession& session, QWidget* parent)
    : QWidget(parent), session_(session), paper_(new QPdfDocument(this)), pages_(new QPdfView(this)), state_(new QLabel),
      preview_(new QPushButton(tr("Preview"))), write_(new QPushButton(tr("Write report ..."))),
      export_(new QPushButton(tr("Export and send ..."))), enlarge_(new QPushButton(tr("Enlarge"))), buffer_(new QBuffer(&bytes_, this))
{
  lay_out();
  connect(preview_, &QPushButton::clicked, this, &ReportPanel::preview);
  connect(write_, &QPushButton::clicked, this, &ReportPanel::ask_where);
  connect(enlarge_, &QPushButton::clicked, this, &ReportPanel::enlarge);
  connect(export_, &QPushButton::clicked, this, &ReportPanel::export_wanted);
  connect(&laid_out_, &QFutureWatcher<QByteArray>::finished, this, &ReportPanel::show_paper);
  connect(&session_.assessment(), &AssessmentModel::updated, this, &ReportPanel::follow);
  connect(&session_.blinding(), &BlindingModel::changed, this, &ReportPanel::update_buttons);
  connect(&session_.reading(), &ReadingModel::opened, this, &ReportPanel::update_buttons);
  update_buttons();
}

ReportPanel::~ReportPanel()
{
  laid_out_.disconnect(this);
  laid_out_.waitForFinished();
}

void ReportPanel::lay_out()
{
  pages_->setObjectName("report");
  pages_->setPageMode(QPdfView::PageMode::MultiPage);
  pages_->setZoomMode(QPdfView::ZoomMode::FitToWidth);
  pages_->setDocument(paper_);
  state_->setWordWrap(true);
  auto* row = new QHBoxLayout;
  for (QPushButton* button : {preview_, enlarge_}) row->addWidget(button);
  row->addStretch(1);
  auto* files = new QHBoxLayout;
  for (QPushButton* button : {write_, export_}) files->addWidget(button);
  files->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addWidget(state_);
  column->addLayout(files);
  column->addLayout(row);
  column->addWidget(pages_, 1);
}

/// Pages that are looked at tell of the reading as it stands.
void ReportPanel::follow()
{
  update_buttons();
  const bool is_due =
      isVisible() && preview_->isEnabled() && session_.assessment().is_current() && session_.assessment().shown() != laid_out_of_;
  if (is_due) preview();
}

void ReportPanel::showEvent(QShowEvent* event)
{
  QWidget::showEvent(event);
  follow();
}

void ReportPanel::update_buttons()
{
  const bool is_hidden = session_.blinding().is_blinded(),
             is_ready = session_.assessment().shown() != nullptr && session_.assessment().problem().isEmpty() && !is_hidden;
  for (QPushButton* button : {preview_, write_, export_}) button->setEnabled(is_ready);
  if (is_hidden) state_->setText(tr("Blinded: there is a report once the reading is locked."));
  else
    state_->setText(is_ready ? tr("The report tells of the reading as it stands.")
                             : tr("There is a report as soon as something is measured."));
  if (!is_ready)
  {
    clear();
    laid_out_of_.reset();
  }
  else if (paper_->pageCount() > 0)
    state_->setText(session_.assessment().shown() == laid_out_of_ ? pages_words()
                                                                  : tr("The reading has changed since these pages were laid out."));
  enlarge_->setEnabled(paper_->pageCount() > 0);
}

void ReportPanel::clear()
{
  paper_->close();
  buffer_->close();
}

void ReportPanel::enlarge()
{
  auto* window = new QDialog(this);
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->setModal(false);
  window->setWindowTitle(tr("Report"));
  auto* pages = new QPdfView(window);
  pages->setPageMode(QPdfView::PageMode::MultiPage);
  pages->setZoomMode(QPdfView::ZoomMode::FitToWidth);
  pages->setDocument(paper_);
  auto* column = new QVBoxLayout(window);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(pages);
  window->resize(900, 1000);
  window->show();
}

void ReportPanel::preview()
{
  const auto assessment = session_.assessment().shown();
  if (!assessment || laid_out_.isRunning()) return;
  laid_out_of_ = assessment;
  state_->setText(tr("Laying out the pages ..."));
  laid_out_.setFuture(QtConcurrent::run([assessment] { return report_paper(*assessment); }));
}

void ReportPanel::show_paper()
{
  clear();
  update_buttons();
  if (!preview_->isEnabled()) return laid_out_of_.reset();
  bytes_ = laid_out_.result();
  buffer_->open(QIODevice::ReadOnly);
  paper_->load(buffer_);
  enlarge_->setEnabled(paper_->pageCount() > 0);
  state_->setText(pages_words());
  follow();
}

QString ReportPanel::pages_words() const
{
  return tr("%n pages, as they are printed, of the reading as it stands", "", paper_->pageCount());
}

void ReportPanel::ask_where()
{
  auto* dialog = new QFileDialog(this, tr("Folder for the report"),
                                 QSettings().value("report/folder", QFileInfo(session_.reading().file()).path()).toString());
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
}  // namespace nadir::viewer
