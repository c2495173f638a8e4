#pragma once

#include <QListView>

#include "viewer/model/case_session.h"

namespace nadir::viewer
{
/// Every series of the case with its thumbnail; drag one to a view, or double-click to hang it in the view at hand.
class SeriesPanel : public QListView
{
  Q_OBJECT
public:
  explicit SeriesPanel(CaseSession& session, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {270, 400}; }

signals:
  void chosen(const nadir::viewer::SeriesKey& key);

protected:
  void startDrag(Qt::DropActions actions) override;

private:
  CaseSession& session_;
};
}  // namespace nadir::viewer
