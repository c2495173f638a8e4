#pragma once

#include <QWidget>

#include "viewer/model/case_session.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace nadir::viewer
{
/// Where the reading stands, and what ends it: blinding, lock, signature, reopening with a reason.
class ReadingStrip : public QWidget
{
  Q_OBJECT
public:
  explicit ReadingStrip(CaseSession& session, QWidget* parent = nullptr);

  void lock();
  void sign();
  void change_blinding();
  QString meaning() const;
  void reopen();

private:
  void update_state();
  QString state_words() const;
  bool has_named_reader() const;
  void sign_now();

  CaseSession& session_;
  QLabel* state_;
  QCheckBox* blinding_;
  QPushButton* lock_;
  QPushButton* sign_;
  QPushButton* reopen_;
};
}  // namespace nadir::viewer
