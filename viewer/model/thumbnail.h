#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMetaType>

#include "imaging/volume/volume.h"

namespace nadir::viewer
{
/// A small picture: 8 bits grey, row by row.
struct Thumbnail
{
  int columns = 0;
  int rows = 0;
  QByteArray grey;
  double aspect = 1.0;  ///< height of a pixel over its width, as it must be shown
};

/// The first slice of a volume, its longer side at most this many pixels, from the 1st to the 99.5th percentile of its values.
Thumbnail thumbnail_of(const imaging::Volume& volume, int longest_side = 128);
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::viewer::Thumbnail)
