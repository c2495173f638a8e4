#pragma once

#include <QFrame>

#include "viewer/model/message.h"

class QLabel;

namespace nadir::viewer
{
/// The latest message, laid over the lower edge of its parent until it is closed: the views below keep their place, so that nothing moves
/// under the mouse. Notes go by themselves; warnings and failures stay.
class MessageBar : public QFrame
{
  Q_OBJECT
public:
  explicit MessageBar(QWidget* parent);

  void tell(const Message& message);
  /// Closes the message if it has this code: what it was about has been decided.
  void settle(const QString& code);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void take_place();

  QLabel* icon_;
  QLabel* text_;
  QString code_;    ///< of the message shown
  int number_ = 0;  ///< of the message shown, so that an older one's time does not close a newer one
};
}  // namespace nadir::viewer
