#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::measure
{
/// A point of the boundary surface in voxel index coordinates (centres at whole numbers); always half-way between two voxels.
using SurfacePoint = ContinuousVoxelIndex;

/// Closed triangulated boundary of a mask, corners by index; seen from outside, the corners run counter-clockwise.
struct SurfaceMesh
{
  std::vector<SurfacePoint> points;
  std::vector<std::array<std::size_t, 3>> triangles;
};

/// Boundary by marching cubes (Lorensen & Cline, SIGGRAPH 1987) at level 0.5 of the binary mask, so that corners are mid-points
/// between inside and outside voxel centres, as IBSI and common radiomics tools have it. The mask counts as empty outside its grid,
/// so the surface is closed. On a cube face with diagonal voxels these are kept apart: neighbouring cubes always agree.
SurfaceMesh surface_mesh(const segmentation::Mask& mask);

/// Volume inside the mesh by the divergence theorem, in voxels.
double enclosed_voxels(const SurfaceMesh& mesh);

/// The same volume without building the mesh: each of the 256 cube cases encloses a fixed share of its cube.
double enclosed_voxels(const segmentation::Mask& mask);
}  // namespace nadir::measure
