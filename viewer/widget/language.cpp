#include "viewer/widget/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

/// Resources of a static library are there once they are asked for; outside any namespace, as the macro wants it.
static void load_translations() { Q_INIT_RESOURCE(translations); }

namespace nadir::viewer
{
namespace
{
void install(QCoreApplication& application, const QString& name, const QString& folder, const QLocale& locale)
{
  auto* translator = new QTranslator(&application);
  if (translator->load(locale, name, QStringLiteral("_"), folder)) QCoreApplication::installTranslator(translator);
}
}  // namespace

std::vector<std::pair<QString, QString>> languages()
{
  return {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

void use_language(QCoreApplication& application)
{
  load_translations();
  const QString chosen = QSettings().value("language").toString();
  QLocale locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
  locale.setNumberOptions(QLocale::OmitGroupSeparator);  // "1.386" and "1,386" are decimals to half of the readers
  QLocale::setDefault(locale);
  install(application, QStringLiteral("nadir"), QStringLiteral(":/i18n"),
          QLocale(QLocale::English));  // its plurals, where no other language answers
  install(application, QStringLiteral("nadir"), QStringLiteral(":/i18n"), QLocale());
  install(application, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath), QLocale());
}
}  // namespace nadir::viewer
