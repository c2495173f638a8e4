#pragma once

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include "viewer/model/case_session.h"
#include "viewer/widget/threshold_slider.h"

namespace nadir::viewer
{
/// Where necrosis ends in the lesion whose tissue is shown: tried on a slider with the share live, set with a reason, or automatic again.
/// Hidden while no tissue is shown.
class ThresholdStrip : public QWidget
{
  Q_OBJECT
public:
  explicit ThresholdStrip(CaseSession& session, QWidget* parent = nullptr);

private:
  void make_rows();
  void update_state();
  void show_value();
  void set_threshold();

  CaseSession& session_;
  QLabel* share_;
  ThresholdSlider* slider_;
  QLabel* quantity_;
  QDoubleSpinBox* value_;
  QLineEdit* why_;
  QPushButton* set_;
  QPushButton* automatic_;
};
}  // namespace nadir::viewer
