#include "viewer/model/settings.h"

#include <QtCore/QCoreApplication>

namespace nadir::viewer
{
QSettings& settings()
{
  static const auto organization =
      QCoreApplication::organizationName().isEmpty() ? QStringLiteral("nadir") : QCoreApplication::organizationName();
  static QSettings kept(QSettings::IniFormat, QSettings::UserScope, organization, QStringLiteral("nadir-viewer"));
  return kept;
}

QString record_key(const QString& record, const QString& name) { return QStringLiteral("records/") + record + QLatin1Char('/') + name; }
}  // namespace nadir::viewer
