#include "viewer/widget/progress_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "viewer/model/case_session.h"

namespace nadir::viewer
{
ProgressStrip::ProgressStrip(CaseSession& session, QWidget* parent)
    : QWidget(parent), what_(new QLabel), bar_(new QProgressBar), cancel_(new QToolButton)
{
  bar_->setFixedWidth(140);
  bar_->setTextVisible(false);
  cancel_->setText(tr("Cancel"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(6, 0, 6, 0);
  row->addWidget(what_);
  row->addWidget(bar_);
  row->addWidget(cancel_);
  hide();
  connect(cancel_, &QToolButton::clicked, this, &ProgressStrip::cancelled);
  connect(cancel_, &QToolButton::clicked, &session.images(), &ImageLibrary::cancel);
  connect(cancel_, &QToolButton::clicked, &session.segmentation(), &SegmentationJob::cancel);
  connect(&session.images(), &ImageLibrary::progress, this, &ProgressStrip::show_progress);
  connect(&session.images(), &ImageLibrary::idle, this, &ProgressStrip::finish);
  connect(&session.segmentation(), &SegmentationJob::progress, this, &ProgressStrip::show_progress);
  connect(&session.segmentation(), &SegmentationJob::proposed, this, &ProgressStrip::finish);
  connect(&session.segmentation(), &SegmentationJob::tissue_told, this, &ProgressStrip::finish);
  connect(&session.segmentation(), &SegmentationJob::failed, this, &ProgressStrip::finish);
  connect(&session.segmentation(), &SegmentationJob::cancelled, this, &ProgressStrip::finish);
}

void ProgressStrip::show_progress(const QString& what, int done, int total)
{
  what_->setText(what);
  bar_->setRange(0, total);
  bar_->setValue(done);
  show();
}

void ProgressStrip::finish() { hide(); }
}  // namespace nadir::viewer
