#pragma once

#include <QFrame>

#include "viewer/model/message.h"

class QLabel;

namespace nadir::viewer
{
/// Messages beside the work, never in its way: the latest one, until it is closed. Notes go by themselves; warnings and failures stay.
class MessageBar : public QFrame
{
  Q_OBJECT
public:
  explicit MessageBar(QWidget* parent = nullptr);

  void tell(const Message& message);

private:
  QLabel* icon_;
  QLabel* text_;
  int number_ = 0;   ///< of the message shown, so that an older one's time does not close a newer one
};
}  // namespace nadir::viewer
