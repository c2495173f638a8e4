#include "viewer/widget/response_panel.h"

#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include "viewer/widget/response_page.h"
#include "viewer/widget/timeline_plot.h"

namespace nadir::viewer
{
ResponsePanel::ResponsePanel(CaseSession& session, QWidget* parent)
    : QWidget(parent), session_(session), page_(new QTextBrowser), plot_(new TimelinePlot(session))
{
  page_->setObjectName("response");
  page_->setOpenLinks(false);
  page_->setFrameShape(QFrame::NoFrame);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addWidget(page_, 3);
  column->addWidget(plot_, 1);
  connect(page_, &QTextBrowser::anchorClicked, this, &ResponsePanel::follow);
  connect(&session_.responses(), &ResponseModel::updated, this, &ResponsePanel::show_page);
  connect(&session_.assessment(), &AssessmentModel::updated, this, &ResponsePanel::show_page);
  connect(&session_.assessment(), &AssessmentModel::busy_changed, this, &ResponsePanel::show_page);
  connect(&session_.blinding(), &BlindingModel::changed, this, &ResponsePanel::show_page);
  connect(&session_.reading(), &ReadingModel::opened, this, &ResponsePanel::show_page);
  show_page();
}

void ResponsePanel::show_page()
{
  const int place = page_->verticalScrollBar()->value();
  page_->setHtml(response_page(session_, open_));
  page_->verticalScrollBar()->setValue(place);
  plot_->setVisible(session_.timeline().rowCount() > 2 && !session_.blinding().is_blinded());
}

void ResponsePanel::follow(const QUrl& link)
{
  const QString target = link.toString();
  if (target.startsWith("answer:"))
  {
    session_.reading().answer_question(target.section(':', 1));
    return;
  }
  if (!open_.remove(target)) open_.insert(target);
  show_page();
}
}  // namespace nadir::viewer
