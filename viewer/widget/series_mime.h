#pragma once

#include <QMimeData>
#include <optional>

#include "viewer/model/image_library.h"

namespace nadir::viewer
{
/// A series on its way by drag and drop within the window.
QMimeData* mime_of(const SeriesKey& key);

/// The series that is being dropped; nullopt for anything else.
std::optional<SeriesKey> series_of(const QMimeData* data);
}  // namespace nadir::viewer
