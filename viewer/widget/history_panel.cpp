#include "viewer/widget/history_panel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "viewer/widget/screen_text.h"

namespace nadir::viewer
{
HistoryPanel::HistoryPanel(CaseSession& session, QWidget* parent)
    : QWidget(parent), session_(session), list_(new QListWidget), comment_(new QLineEdit)
{
  list_->setObjectName("history");
  list_->setWordWrap(true);
  list_->setAlternatingRowColors(true);
  comment_->setObjectName("comment");
  comment_->setPlaceholderText(tr("Comment; Return keeps it in the record"));
  auto* back = new QPushButton(tr("Back to here"));
  back->setToolTip(tr("Undo everything after the chosen entry. Undone acts stay in the record and can be redone."));
  auto* row = new QHBoxLayout;
  row->addWidget(comment_, 1);
  row->addWidget(back);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addWidget(list_, 1);
  column->addLayout(row);
  connect(&session_.reading(), &ReadingModel::changed, this, &HistoryPanel::show_history);
  connect(&session_.reading(), &ReadingModel::opened, this, &HistoryPanel::show_history);
  connect(comment_, &QLineEdit::returnPressed, this,
          [this]
          {
            if (session_.reading().comment(comment_->text())) comment_->clear();
          });
  const auto chosen = [this]
  {
    if (const auto* item = list_->currentItem()) go_back_to(item->data(Qt::UserRole).toInt());
  };
  connect(back, &QPushButton::clicked, this, chosen);
  connect(list_, &QListWidget::itemDoubleClicked, this, chosen);
  show_history();
}

void HistoryPanel::show_history()
{
  const QStringList& history = session_.reading().history();
  list_->clear();
  for (qsizetype n = history.size(); n > 0; --n)
  {
    auto* item = new QListWidgetItem(
        QStringLiteral("%1  %2\n%3").arg(n).arg(screen_text(history[n - 1]), session_.reading().when_and_who(n)), list_);
    item->setData(Qt::UserRole, static_cast<int>(n));
  }
  comment_->setEnabled(session_.reading().can_change());
}

/// Undo takes back the latest undoable act; every act after `event` has to go.
void HistoryPanel::go_back_to(int event)
{
  const auto undoable = session_.reading().reading().undoable();
  const auto after = std::count_if(undoable.begin(), undoable.end(), [event](std::int64_t act) { return act > event; });
  for (std::ptrdiff_t n = 0; n < after; ++n)
    if (!session_.reading().undo()) return;
}
}  // namespace nadir::viewer
