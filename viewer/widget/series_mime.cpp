#include "viewer/widget/series_mime.h"

namespace nadir::viewer
{
namespace
{
const QString type = QStringLiteral("application/x-nadir-series");
}  // namespace

QMimeData* mime_of(const SeriesKey& key)
{
  auto* data = new QMimeData;
  data->setData(type, QByteArray::fromStdString(key.timepoint.text() + '\n' + key.stack));
  return data;
}

std::optional<SeriesKey> series_of(const QMimeData* data)
{
  if (!data || !data->hasFormat(type)) return std::nullopt;
  const QList<QByteArray> parts = data->data(type).split('\n');
  if (parts.size() != 2) return std::nullopt;
  return SeriesKey{TimepointLabel{parts[0].toStdString()}, parts[1].toStdString()};
}
}  // namespace nadir::viewer
