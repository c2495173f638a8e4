#pragma once

#include <QWidget>

#include "viewer/widget/tool_control.h"

class QCheckBox;
class QComboBox;
class QMenu;
class QTableView;

namespace nadir::viewer
{
/// The lesions at every date with their change; a click goes to the lesion in every view. Above it: what the next lesion is marked as.
/// A right click: role, organ, state at the date of the column, marks away, withdraw.
class LesionPanel : public QWidget
{
  Q_OBJECT
public:
  LesionPanel(CaseSession& session, ToolControl& tools, QWidget* parent = nullptr);

private:
  QWidget* make_new_lesion_row();
  void make_table();
  void choose_new_lesion();
  void go_to(const QModelIndex& index);
  void show_selected();
  void show_menu(const QPoint& at);
  void add_role_menu(QMenu& menu, const LesionId& lesion);
  void add_organ_menu(QMenu& menu, const LesionId& lesion);
  void add_state_menu(QMenu& menu, const LesionId& lesion, const TimepointLabel& timepoint);
  void add_split_and_merge(QMenu& states, const LesionId& lesion, const TimepointLabel& timepoint);
  void state(const LesionId& lesion, const TimepointLabel& timepoint, const QString& state);

  CaseSession& session_;
  ToolControl& tools_;
  QComboBox* role_ = nullptr;
  QComboBox* organ_ = nullptr;
  QCheckBox* nodal_ = nullptr;
  QTableView* table_ = nullptr;
};

/// Organs that are offered; any other can be written.
QStringList usual_organs();
}  // namespace nadir::viewer
