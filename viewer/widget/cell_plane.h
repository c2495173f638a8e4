#pragma once

#include <QString>

#include "viewer/render/view_plane.h"

namespace nadir::viewer
{
/// What a cell of the grid shows of its series.
enum class CellPlane
{
  Acquired,
  Axial,
  Coronal,
  Sagittal,
  Oblique,  ///< the reader's own plane
  Surface,  ///< lesions in three dimensions
};

/// The word of the header and the menu, translated.
QString words_of(CellPlane plane);

/// The plane of a cell for an image; `oblique` is the reader's own.
ViewPlane plane_of(CellPlane plane, const ImageGeometry& geometry, const ViewPlane& oblique);
}  // namespace nadir::viewer
