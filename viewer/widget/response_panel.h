#pragma once

#include <QSet>
#include <QWidget>

#include "viewer/model/case_session.h"

class QTextBrowser;

namespace nadir::viewer
{
class TimelinePlot;

/// Sums, changes, category, margins, flags and findings of every date, live; a click on a finding or flag shows clause and inputs. With
/// more than two dates a plot of the sums below.
class ResponsePanel : public QWidget
{
  Q_OBJECT
public:
  explicit ResponsePanel(CaseSession& session, QWidget* parent = nullptr);

private:
  void show_page();
  void follow(const QUrl& link);

  CaseSession& session_;
  QSet<QString> open_;
  QTextBrowser* page_;
  TimelinePlot* plot_;
};
}  // namespace nadir::viewer
