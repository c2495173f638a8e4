#include "viewer/model/message.h"

namespace nadir::viewer
{
QString text_of(const std::string& utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

QStringList texts_of(const std::vector<std::string>& utf8)
{
  QStringList texts;
  for (const auto& text : utf8) texts.append(text_of(text));
  return texts;
}

Message message_of(const Failure& failure)
{
  return {MessageKind::Failure, text_of(failure.message()), text_of(std::string(failure.code()))};
}
}  // namespace nadir::viewer
