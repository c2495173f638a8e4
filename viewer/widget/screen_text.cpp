#include "viewer/widget/screen_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <array>

namespace nadir::viewer
{
namespace
{
/// Words of the core that a reader meets on the screen.
constexpr std::array words{
    QT_TRANSLATE_NOOP("ScreenWord", "baseline"),
    QT_TRANSLATE_NOOP("ScreenWord", "target"),
    QT_TRANSLATE_NOOP("ScreenWord", "non-target"),
    QT_TRANSLATE_NOOP("ScreenWord", "new"),
    QT_TRANSLATE_NOOP("ScreenWord", "draft"),
    QT_TRANSLATE_NOOP("ScreenWord", "locked"),
    QT_TRANSLATE_NOOP("ScreenWord", "signed"),
    QT_TRANSLATE_NOOP("ScreenWord", "not begun"),
    QT_TRANSLATE_NOOP("ScreenWord", "notice"),
    QT_TRANSLATE_NOOP("ScreenWord", "flag"),
    QT_TRANSLATE_NOOP("ScreenWord", "strong"),
    QT_TRANSLATE_NOOP("ScreenWord", "soft tissue"),
    QT_TRANSLATE_NOOP("ScreenWord", "lung"),
    QT_TRANSLATE_NOOP("ScreenWord", "liver"),
    QT_TRANSLATE_NOOP("ScreenWord", "lymph node"),
    QT_TRANSLATE_NOOP("ScreenWord", "bone"),
    QT_TRANSLATE_NOOP("ScreenWord", "muscle"),
    QT_TRANSLATE_NOOP("ScreenWord", "retroperitoneum"),
    QT_TRANSLATE_NOOP("ScreenWord", "peritoneum"),
    QT_TRANSLATE_NOOP("ScreenWord", "pleura"),
    QT_TRANSLATE_NOOP("ScreenWord", "brain"),
    QT_TRANSLATE_NOOP("ScreenWord", "ABSENT"),
    QT_TRANSLATE_NOOP("ScreenWord", "TOO_SMALL"),
    QT_TRANSLATE_NOOP("ScreenWord", "NOT_EVALUABLE"),
    QT_TRANSLATE_NOOP("ScreenWord", "NOT_DONE"),
    QT_TRANSLATE_NOOP("ScreenWord", "PRESENT"),
    QT_TRANSLATE_NOOP("ScreenWord", "UNEQUIVOCAL_PROGRESSION"),
    QT_TRANSLATE_NOOP("ScreenWord", "NONE"),
    QT_TRANSLATE_NOOP("ScreenWord", "EQUIVOCAL"),
    QT_TRANSLATE_NOOP("ScreenWord", "UNEQUIVOCAL"),
};
}  // namespace

QString screen_text(const QString& text)
{
  static const QRegularExpression decimal(QStringLiteral("(?<![\\d.]|RECIST |v)(\\d+)\\.(\\d+)(?![\\d.])"));
  const QString sign = QLocale().decimalPoint();
  QString result = text;
  if (sign != QStringLiteral(".")) result.replace(decimal, QStringLiteral("\\1") + sign + QStringLiteral("\\2"));
  return result;
}

QString screen_word(const QString& word)
{
  static const QRegularExpression follow_up(QStringLiteral("^follow-up (\\d+)$"));
  if (const auto match = follow_up.match(word); match.hasMatch())
    return QCoreApplication::translate("ScreenWord", "follow-up %1").arg(match.captured(1));
  for (const char* known : words)
    if (word == QLatin1String(known)) return QCoreApplication::translate("ScreenWord", known);
  return word;
}

QString screen_leading_word(const QString& text)
{
  const auto comma = text.indexOf(QStringLiteral(", "));
  return comma < 0 ? screen_word(text) : screen_word(text.left(comma)) + text.mid(comma);
}
}  // namespace nadir::viewer
