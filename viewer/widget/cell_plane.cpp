#include "viewer/widget/cell_plane.h"

#include <QCoreApplication>

namespace nadir::viewer
{
namespace
{
struct Words
{
  Q_DECLARE_TR_FUNCTIONS(CellPlane)
};
}  // namespace

QString words_of(CellPlane plane)
{
  switch (plane)
  {
  case CellPlane::Acquired: return Words::tr("Acquired");
  case CellPlane::Axial: return Words::tr("Axial");
  case CellPlane::Coronal: return Words::tr("Coronal");
  case CellPlane::Sagittal: return Words::tr("Sagittal");
  case CellPlane::Oblique: return Words::tr("Oblique");
  case CellPlane::Surface: return Words::tr("3D");
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
