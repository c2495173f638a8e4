#pragma once

#include <QtCore/QSettings>
#include <QtCore/QString>

namespace nadir::viewer
{
/// Settings where the platform keeps them (QSettings, organization and application as the program set them). Keys of one record stand
/// under its identity; no name of a patient is ever a key, and none a value but the path of a record that its reader chose.
QSettings& settings();

/// "records/0123.../NAME": a setting of one record.
QString record_key(const QString& record, const QString& name);
}  // namespace nadir::viewer
