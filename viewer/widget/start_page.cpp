#include "viewer/widget/start_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "viewer/model/case_session.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
QLabel* label(const QString& words, const QString& style)
{
  auto* made = new QLabel(words);
  made->setAlignment(Qt::AlignCenter);
  made->setWordWrap(true);
  made->setStyleSheet(style);
  return made;
}
}  // namespace

StartPage::StartPage(CaseSession& session, QWidget* parent) : QWidget(parent), session_(session), recent_(new QListWidget)
{
  auto* folder = new QPushButton(tr("Open images ..."));
  auto* record = new QPushButton(tr("Open a case ..."));
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(folder);
  buttons->addWidget(record);
  buttons->addStretch();
  recent_->setMaximumSize(560, 220);
  recent_->setFrameShape(QFrame::NoFrame);
  recent_->setStyleSheet("QListWidget { background: #222529; border-radius: 6px; padding: 4px; } QListWidget::item { padding: 6px 8px; }");
  auto* column = new QVBoxLayout(this);
  column->setSpacing(14);
  column->addStretch(2);
  column->addWidget(label(tr("Drop baseline images here"), "font-size: 22px; color: #d8dbde;"));
  column->addWidget(
      label(tr("A folder or a DICOMDIR. Drop the follow-up next: series of both dates pair and hang side by side by themselves."),
            "color: #949aa2;"));
  column->addLayout(buttons);
  column->addSpacing(18);
  recent_title_ = label(tr("Recent cases"), "color: #949aa2;");
  column->addWidget(recent_title_);
  column->addWidget(recent_, 0, Qt::AlignHCenter);
  column->addStretch(3);
  connect(folder, &QPushButton::clicked, this, &StartPage::open_folder_requested);
  connect(record, &QPushButton::clicked, this, &StartPage::open_case_requested);
  connect(recent_, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { emit case_chosen(item->data(Qt::UserRole).toString()); });
  connect(&session_, &CaseSession::recent_cases_changed, this, &StartPage::fill);
  fill();
}

void StartPage::fill()
{
  recent_->clear();
  for (const QString& file : session_.recent_cases())
  {
    const QFileInfo info(file);
    auto* item = new QListWidgetItem(
        QString("%1   %2").arg(info.completeBaseName(), QLocale().toString(info.lastModified(), QLocale::ShortFormat)), recent_);
    item->setData(Qt::UserRole, file);
    item->setToolTip(file);
  }
  recent_->setVisible(recent_->count() > 0);
  recent_title_->setVisible(recent_->count() > 0);
}
}  // namespace nadir::viewer
