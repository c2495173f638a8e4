#include "viewer/widget/key_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace nadir::viewer
{
const QAction* holder_of(const WindowActions& actions, const QKeySequence& key, const QAction& but)
{
  for (const QAction* action : actions.all())
    if (action != &but && !key.isEmpty() && action->shortcuts().contains(key)) return action;
  return nullptr;
}

KeyTable::KeyTable(WindowActions& actions, QWidget* parent)
    : QWidget(parent), actions_(actions), tree_(new QTreeWidget), key_(new QKeySequenceEdit), conflict_(new QLabel)
{
  tree_->setHeaderLabels({tr("What it does"), tr("Key")});
  tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  conflict_->setObjectName("key-conflict");
  conflict_->setWordWrap(true);
  conflict_->setStyleSheet("color: #f0b43c;");
  auto* set = new QPushButton(tr("Set"));
  auto* standard = new QPushButton(tr("Default"));
  auto* row = new QHBoxLayout;
  row->addWidget(new QLabel(tr("New key:")));
  row->addWidget(key_, 1);
  row->addWidget(set);
  row->addWidget(standard);
  auto* column = new QVBoxLayout(this);
  column->addWidget(tree_, 1);
  column->addLayout(row);
  column->addWidget(conflict_);
  connect(set, &QPushButton::clicked, this,
          [this]
          {
            if (QAction* action = chosen()) assign(*action, key_->keySequence());
          });
  connect(standard, &QPushButton::clicked, this,
          [this]
          {
            if (QAction* action = chosen()) actions_.set_keys(*action, {});
            fill();
          });
  fill();
}

bool KeyTable::assign(QAction& action, const QKeySequence& key)
{
  if (const QAction* holder = holder_of(actions_, key, action))
  {
    conflict_->setText(tr("%1 is the key of \"%2\" already. Give that one another key first.")
                           .arg(key.toString(QKeySequence::NativeText), holder->text()));
    return false;
  }
  conflict_->clear();
  actions_.set_keys(action, {key});
  fill();
  return true;
}

QAction* KeyTable::chosen() const
{
  const QTreeWidgetItem* item = tree_->currentItem();
  return item && item->parent() ? actions_[item->data(0, Qt::UserRole).toString()] : nullptr;
}

void KeyTable::fill()
{
  const QString selected = tree_->currentItem() ? tree_->currentItem()->data(0, Qt::UserRole).toString() : QString();
  tree_->clear();
  QTreeWidgetItem* group = nullptr;
  for (const QAction* action : actions_.all())
  {
    const QString heading = WindowActions::heading_of(WindowActions::group_of(*action));
    if (!group || group->text(0) != heading) group = new QTreeWidgetItem(tree_, {heading});
    group->setExpanded(true);
    auto* item = new QTreeWidgetItem(group, {action->text(), QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
    item->setData(0, Qt::UserRole, action->objectName());
    if (action->objectName() == selected) tree_->setCurrentItem(item);
  }
}
}  // namespace nadir::viewer
