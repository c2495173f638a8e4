#include "viewer/widget/lesion_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "viewer/widget/ask_words.h"
#include "viewer/widget/lesion_cell_text.h"
#include "viewer/widget/screen_text.h"

namespace nadir::viewer
{
namespace
{
using measure::LesionRole;

QString words_of(LesionRole role) { return screen_word(QString::fromStdString(std::string(measure::name_of(role)))); }

/// States a reader may set, with their words in the record (rules N3, NT1, NL1).
struct State
{
  const char* name;
  QString words;
  bool needs_reason;
};
std::vector<State> states_of(LesionRole role)
{
  const State absent{"ABSENT", LesionPanel::tr("absent"), false};
  const State not_evaluable{"NOT_EVALUABLE", LesionPanel::tr("not evaluable ..."), true};
  if (role == LesionRole::Target)
    return {absent, {"TOO_SMALL", LesionPanel::tr("too small to measure (counts as 5 mm)"), false}, not_evaluable};
  if (role == LesionRole::NonTarget)
    return {{"PRESENT", LesionPanel::tr("present"), false},
            absent,
            {"UNEQUIVOCAL_PROGRESSION", LesionPanel::tr("unequivocal progression ..."), true},
            not_evaluable};
  return {
      {"UNEQUIVOCAL", LesionPanel::tr("unequivocal"), false}, {"EQUIVOCAL", LesionPanel::tr("equivocal"), false}, absent, not_evaluable};
}

const QString lymph_node = QStringLiteral("lymph node");

/// A lesion in "lymph node" is one; moved to another organ it is none any more.
void change_organ(ReadingModel& reading, const LesionId& id, const QString& organ)
{
  const auto* known = reading.reading().find(id);
  if (!known) return;
  auto lesion = known->lesion;
  const bool was_node_by_organ = lesion.organ == lymph_node.toStdString();
  lesion.organ = organ.toStdString();
  lesion.nodal = organ == lymph_node || (lesion.nodal && !was_node_by_organ);
  reading.correct_organ(lesion);
}

std::vector<LesionId> other_targets(const reading::Reading& reading, const LesionId& lesion)
{
  std::vector<LesionId> targets;
  for (const auto& other : reading.content().lesions)
    if (other.lesion.id != lesion && other.lesion.role == LesionRole::Target) targets.push_back(other.lesion.id);
  return targets;
}

/// The record keeps the organ in the words of the core, whatever the language of the screen.
QString organ_in(const QComboBox& box)
{
  const QString words = box.currentText().trimmed();
  const int known = box.findText(words);
  return known < 0 ? words : box.itemData(known).toString();
}

PatientPoint middle(const measure::Caliper& line) { return line.from + 0.5 * (line.to - line.from); }

/// Where a lesion is at a time point; nullopt when nothing tells.
std::optional<PatientPoint> place_of(CaseSession& session, const LesionId& lesion, const TimepointLabel& timepoint)
{
  const auto marks = session.reading().marks(lesion, timepoint);
  if (marks.caliper) return marks.caliper->longest.from + 0.5 * (marks.caliper->longest.to - marks.caliper->longest.from);
  if (marks.state)
    for (const auto& part : marks.state->fragments)
      if (part.longest) return part.longest->from + 0.5 * (part.longest->to - part.longest->from);
  const auto* assessed = session.lesions().assessed(lesion, timepoint);
  if (assessed && assessed->longest_diameter) return middle(*assessed->longest_diameter);
  return std::nullopt;
}
}  // namespace

QStringList usual_organs()
{
  return {QStringLiteral("soft tissue"), QStringLiteral("lung"),   QStringLiteral("liver"),           QStringLiteral("lymph node"),
          QStringLiteral("bone"),        QStringLiteral("muscle"), QStringLiteral("retroperitoneum"), QStringLiteral("peritoneum"),
          QStringLiteral("pleura"),      QStringLiteral("brain")};
}

LesionPanel::LesionPanel(CaseSession& session, ToolControl& tools, QWidget* parent) : QWidget(parent), session_(session), tools_(tools)
{
  make_table();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addWidget(make_new_lesion_row());
  column->addWidget(table_, 1);
  connect(&session_, &CaseSession::lesion_selected, this, &LesionPanel::show_selected);
}

QWidget* LesionPanel::make_new_lesion_row()
{
  auto* row = new QWidget(this);
  role_ = new QComboBox;
  for (const LesionRole role : {LesionRole::Target, LesionRole::NonTarget, LesionRole::New})
    role_->addItem(words_of(role), static_cast<int>(role));
  organ_ = new QComboBox;
  organ_->setEditable(true);
  for (const QString& organ : usual_organs()) organ_->addItem(screen_word(organ), organ);
  organ_->setCurrentText(screen_word(tools_.new_lesion().organ));
  nodal_ = new QCheckBox(tr("node"));
  nodal_->setToolTip(tr("Lymph node: its short axis counts"));
  auto* begin = new QPushButton(tr("New lesion"));
  begin->setObjectName("new-lesion");
  begin->setToolTip(tr("What is drawn next is a new lesion of this role in this organ"));
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(begin);
  line->addWidget(role_);
  auto* in = new QLabel(tr("in"));
  line->addWidget(in);
  line->addWidget(organ_, 1);
  line->addWidget(nodal_);
  connect(begin, &QPushButton::clicked, this, [this] { session_.select_lesion({}); });
  connect(role_, &QComboBox::currentIndexChanged, this, &LesionPanel::choose_new_lesion);
  connect(organ_, &QComboBox::currentTextChanged, this, &LesionPanel::choose_new_lesion);
  connect(nodal_, &QCheckBox::toggled, this, &LesionPanel::choose_new_lesion);
  return row;
}

void LesionPanel::choose_new_lesion()
{
  tools_.set_new_lesion({static_cast<LesionRole>(role_->currentData().toInt()), organ_in(*organ_), nodal_->isChecked()});
}

void LesionPanel::make_table()
{
  auto* words = new LesionCellText(this);
  words->setSourceModel(&session_.lesions());
  table_ = new QTableView;
  table_->setObjectName("lesions");
  table_->setModel(words);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setWordWrap(true);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(table_, &QTableView::clicked, this, &LesionPanel::go_to);
  connect(table_, &QTableView::customContextMenuRequested, this, &LesionPanel::show_menu);
}

void LesionPanel::go_to(const QModelIndex& index)
{
  const LesionId lesion = session_.lesions().lesion_at(index.row());
  if (lesion.empty()) return;
  session_.select_lesion(lesion);
  std::vector<TimepointLabel> order{session_.lesions().timepoint_of_column(index.column())};
  for (const auto& timepoint : session_.images().timepoints()) order.push_back(timepoint);
  for (const auto& timepoint : order)
  {
    const auto place = timepoint.empty() ? std::nullopt : place_of(session_, lesion, timepoint);
    if (!place) continue;
    session_.link().set_cursor(timepoint, *place);
    return;
  }
}

void LesionPanel::show_selected()
{
  const int row = session_.lesions().row_of(session_.current_lesion());
  if (row < 0) table_->clearSelection();
  else table_->selectRow(row);
}

void LesionPanel::show_menu(const QPoint& at)
{
  const QModelIndex index = table_->indexAt(at);
  const LesionId lesion = session_.lesions().lesion_at(index.row());
  if (lesion.empty() || !session_.reading().can_change()) return;
  session_.select_lesion(lesion);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  add_role_menu(*menu, lesion);
  add_organ_menu(*menu, lesion);
  if (const auto timepoint = session_.lesions().timepoint_of_column(index.column()); !timepoint.empty())
    add_state_menu(*menu, lesion, timepoint);
  menu->addSeparator();
  connect(menu->addAction(tr("Withdraw the lesion ...")), &QAction::triggered, this,
          [this, lesion]
          {
            ask_words(this, tr("Withdraw %1").arg(QString::fromStdString(lesion.text())), tr("Why? The reason stays in the record."),
                      [this, lesion](const QString& reason) { session_.reading().withdraw_lesion(lesion, reason); });
          });
  menu->popup(table_->viewport()->mapToGlobal(at));
}

void LesionPanel::add_role_menu(QMenu& menu, const LesionId& lesion)
{
  QMenu* roles = menu.addMenu(tr("Role"));
  const LesionRole now = session_.reading().reading().find(lesion)->lesion.role;
  for (const LesionRole role : {LesionRole::Target, LesionRole::NonTarget, LesionRole::New})
  {
    QAction* action = roles->addAction(words_of(role));
    action->setCheckable(true);
    action->setChecked(role == now);
    action->setEnabled(role != now);
    connect(action, &QAction::triggered, this, [this, lesion, role] { session_.reading().reclassify(lesion, role); });
  }
}

void LesionPanel::add_organ_menu(QMenu& menu, const LesionId& lesion)
{
  QMenu* organs = menu.addMenu(tr("Organ"));
  const QString now = QString::fromStdString(session_.reading().reading().find(lesion)->lesion.organ);
  for (const QString& organ : usual_organs())
    if (organ != now)
      connect(organs->addAction(screen_word(organ)), &QAction::triggered, this,
              [this, lesion, organ] { change_organ(session_.reading(), lesion, organ); });
  QAction* node = organs->addAction(tr("Lymph node: the short axis counts"));
  node->setCheckable(true);
  node->setChecked(session_.reading().reading().find(lesion)->lesion.nodal);
  connect(node, &QAction::triggered, this,
          [this, lesion](bool is_node)
          {
            auto corrected = session_.reading().reading().find(lesion)->lesion;
            corrected.nodal = is_node;
            session_.reading().correct_organ(corrected);
          });
  connect(organs->addAction(tr("Other ...")), &QAction::triggered, this,
          [this, lesion]
          {
            ask_words(this, tr("Organ"), tr("Organ of the lesion:"),
                      [this, lesion](const QString& organ) { change_organ(session_.reading(), lesion, organ); });
          });
}

void LesionPanel::add_state_menu(QMenu& menu, const LesionId& lesion, const TimepointLabel& timepoint)
{
  QMenu* states = menu.addMenu(tr("State at %1").arg(screen_word(QString::fromStdString(timepoint.text()))));
  for (const State& choice : states_of(session_.reading().reading().find(lesion)->lesion.role))
    connect(states->addAction(choice.words), &QAction::triggered, this,
            [this, lesion, timepoint, name = QString(choice.name), asks = choice.needs_reason]
            {
              if (asks) return state(lesion, timepoint, name);
              session_.reading().set_state(lesion, timepoint, {name.toStdString(), {}});
            });
  if (session_.reading().reading().find(lesion)->lesion.role == LesionRole::Target) add_split_and_merge(*states, lesion, timepoint);
  QAction* away = states->addAction(tr("Take away what is marked here"));
  away->setEnabled(!session_.reading().marks(lesion, timepoint).is_empty());
  connect(away, &QAction::triggered, this, [this, lesion, timepoint] { session_.reading().clear_marks(lesion, timepoint); });
}

/// Rule T4: parts are added, a merged mass is carried by one target.
void LesionPanel::add_split_and_merge(QMenu& states, const LesionId& lesion, const TimepointLabel& timepoint)
{
  const auto marks = session_.reading().marks(lesion, timepoint);
  QAction* split = states.addAction(tr("split: the caliper is its first part, further ones are added"));
  split->setEnabled(marks.caliper.has_value());
  connect(split, &QAction::triggered, this,
          [this, lesion, timepoint, caliper = marks.caliper] { session_.reading().add_fragment(lesion, timepoint, *caliper); });
  QMenu* merged = states.addMenu(tr("merged into"));
  for (const auto& carrier : other_targets(session_.reading().reading(), lesion))
    connect(merged->addAction(QString::fromStdString(carrier.text())), &QAction::triggered, this,
            [this, lesion, timepoint, carrier] { session_.reading().merge_into(lesion, timepoint, carrier); });
  merged->setEnabled(!merged->isEmpty());
}

void LesionPanel::state(const LesionId& lesion, const TimepointLabel& timepoint, const QString& name)
{
  ask_words(this, tr("State"), tr("Why? The reason stays in the record."),
            [this, lesion, timepoint, name](const QString& reason) {
              session_.reading().set_state(lesion, timepoint, {name.toStdString(), reason.toStdString()});
            });
}
}  // namespace nadir::viewer
