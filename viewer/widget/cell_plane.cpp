#include "viewer/widget/cell_plane.h"

#include <QCoreApplication>

namespace nadir::viewer
{
QString words_of(CellPlane plane)
{
  const auto words = [](const char* text) { return QCoreApplication::translate("CellPlane", text); };
  switch (plane)
  {
  case CellPlane::Acquired: return words("Acquired");
  case CellPlane::Axial: return words("Axial");
  case CellPlane::Coronal: return words("Coronal");
  case CellPlane::Sagittal: return words("Sagittal");
  case CellPlane::Oblique: return words("Oblique");
  case CellPlane::Surface: return words("3D");
  }
  return {};
}

ViewPlane plane_of(CellPlane plane, const ImageGeometry& geometry, const ViewPlane& oblique)
{
  switch (plane)
  {
  case CellPlane::Axial: return radiological_plane(AnatomicalPlane::Axial);
  case CellPlane::Coronal: return radiological_plane(AnatomicalPlane::Coronal);
  case CellPlane::Sagittal: return radiological_plane(AnatomicalPlane::Sagittal);
  case CellPlane::Oblique: return oblique;
  default: return acquired_plane(geometry);
  }
}
}  // namespace nadir::viewer
