#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <string>
#include <vector>

#include "imaging/result/failure.h"

namespace nadir::viewer
{
enum class MessageKind
{
  Note,     ///< what has been done
  Warning,  ///< a number may mislead
  Failure,  ///< what was asked could not be done; nothing was lost
};

/// Something for the reader to see beside the work, never in its way.
struct Message
{
  MessageKind kind = MessageKind::Note;
  QString text;  ///< problem (why it matters). What to do.
  QString code;  ///< "record.disk-full"; "proposal" and "tissue" go with what they are about; empty for notes
};

QString text_of(const std::string& utf8);
QStringList texts_of(const std::vector<std::string>& utf8);
Message message_of(const Failure& failure);
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::viewer::Message)
