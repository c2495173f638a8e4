#include "viewer/render/triangle_surface.h"

#include <vtkCellArray.h>
#include <vtkCellArrayIterator.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkPolyDataNormals.h>
#include <vtkSmartPointer.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include <cmath>
#include <numbers>

#include "imaging/result/expects.h"

namespace nadir::viewer
{
namespace
{
/// The mask's box with one empty voxel around, in mm along the grid's own axes from voxel (0, 0, 0).
vtkSmartPointer<vtkImageData> image_of(const segmentation::Mask& mask)
{
  const auto& box = mask.box();
  const auto& spacing = mask.geometry().spacing();
  auto image = vtkSmartPointer<vtkImageData>::New();
  image->SetDimensions(box.size.i + 2, box.size.j + 2, box.size.k + 2);
  image->SetSpacing(spacing.i, spacing.j, spacing.k);
  image->SetOrigin((box.first.i - 1) * spacing.i, (box.first.j - 1) * spacing.j, (box.first.k - 1) * spacing.k);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
  auto* bytes = static_cast<unsigned char*>(image->GetScalarPointer());
  std::fill(bytes, bytes + image->GetNumberOfPoints(), static_cast<unsigned char>(0));
  for (int k = 0; k < box.size.k; ++k)
    for (int j = 0; j < box.size.j; ++j)
    {
      const auto row = mask.row(box.first.j + j, box.first.k + k);
      std::copy(row.begin(), row.end(), static_cast<unsigned char*>(image->GetScalarPointer(1, j + 1, k + 1)));
    }
  return image;
}

PatientPoint to_patient(const ImageGeometry& geometry, const double* grid)
{
  const auto& axes = geometry.axes();
  return geometry.origin() + (grid[0] * axes.i + grid[1] * axes.j + grid[2] * axes.k);
}

TriangleSurface surface_of(vtkPolyData& mesh, const ImageGeometry& geometry)
{
  TriangleSurface surface;
  const auto& axes = geometry.axes();
  vtkDataArray* normals = mesh.GetPointData()->GetNormals();
  for (vtkIdType n = 0; n < mesh.GetNumberOfPoints(); ++n)
  {
    surface.points.push_back(to_patient(geometry, mesh.GetPoint(n)));
    const double* normal = normals->GetTuple3(n);
    surface.normals.push_back(normal[0] * axes.i + normal[1] * axes.j + normal[2] * axes.k);
  }
  const auto cells = vtk::TakeSmartPointer(mesh.GetPolys()->NewIterator());
  for (cells->GoToFirstCell(); !cells->IsDoneWithTraversal(); cells->GoToNextCell())
  {
    vtkIdType count = 0;
    const vtkIdType* ids = nullptr;
    cells->GetCurrentCell(count, ids);
    if (count == 3)
      surface.triangles.push_back(
          {static_cast<std::uint32_t>(ids[0]), static_cast<std::uint32_t>(ids[1]), static_cast<std::uint32_t>(ids[2])});
  }
  return surface;
}

/// Adds a ring of points around `centre`; returns the number of its first point.
std::uint32_t add_ring(TriangleSurface& surface, PatientPoint centre, const std::array<PatientVector, 2>& across, double radius)
{
  const auto first = static_cast<std::uint32_t>(surface.points.size());
  for (int n = 0; n < 16; ++n)
  {
    const double angle = 2 * std::numbers::pi * n / 16;
    const PatientVector out = std::cos(angle) * across[0] + std::sin(angle) * across[1];
    surface.points.push_back(centre + radius * out);
    surface.normals.push_back(out);
  }
  return first;
}

void add_cap(TriangleSurface& surface, PatientPoint centre, PatientVector outwards, std::uint32_t ring)
{
  const auto middle = static_cast<std::uint32_t>(surface.points.size());
  surface.points.push_back(centre);
  surface.normals.push_back(outwards);
  for (std::uint32_t n = 0; n < 16; ++n) surface.triangles.push_back({middle, ring + n, ring + (n + 1) % 16});
}
}  // namespace

TriangleSurface lesion_surface(const segmentation::Mask& mask)
{
  if (mask.is_empty()) return {};
  vtkNew<vtkFlyingEdges3D> edges;
  edges->SetInputData(image_of(mask));
  edges->SetValue(0, 0.5);
  edges->ComputeNormalsOff();
  edges->ComputeGradientsOff();
  vtkNew<vtkWindowedSincPolyDataFilter> smooth;
  smooth->SetInputConnection(edges->GetOutputPort());
  smooth->SetNumberOfIterations(40);
  smooth->SetPassBand(0.02);  // lets shapes pass that are wider than some ten voxels; steps between slices go
  smooth->NormalizeCoordinatesOn();
  smooth->BoundarySmoothingOff();
  vtkNew<vtkPolyDataNormals> normals;
  normals->SetInputConnection(smooth->GetOutputPort());
  normals->SplittingOff();
  normals->ConsistencyOn();
  normals->AutoOrientNormalsOn();
  normals->Update();
  return surface_of(*normals->GetOutput(), mask.geometry());
}

TriangleSurface rod(PatientPoint from, PatientPoint to, double radius)
{
  const PatientVector way = to - from;
  NADIR_EXPECTS(norm(way) > 0.0 && radius > 0.0);
  const PatientVector along = 1.0 / norm(way) * way;
  const PatientVector aside = std::abs(along.left) < 0.9 ? PatientVector{1, 0, 0} : PatientVector{0, 1, 0};
  PatientVector first = cross(along, aside);
  first = 1.0 / norm(first) * first;
  const std::array<PatientVector, 2> across{first, cross(along, first)};
  TriangleSurface surface;
  const auto start = add_ring(surface, from, across, radius), end = add_ring(surface, to, across, radius);
  for (std::uint32_t n = 0; n < 16; ++n)
  {
    const std::uint32_t next = (n + 1) % 16;
    surface.triangles.push_back({start + n, end + n, end + next});
    surface.triangles.push_back({start + n, end + next, start + next});
  }
  add_cap(surface, from, -1.0 * along, start);
  add_cap(surface, to, along, end);
  return surface;
}
}  // namespace nadir::viewer
