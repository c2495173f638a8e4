#pragma once

#include <cstddef>
#include <vector>

#include "imaging/volume/volume.h"
#include "segmentation/lesion/prompt_frame.h"

namespace nadir::segmentation::lesion
{
/// A grid of fixed width in the prompt's frame: columns along the long axis, rows across it, planes along the slices. Every lesion
/// has about the same number of cells, whatever its size and the image's resolution.
///
/// Planes lie on slices (or on groups of slices where they are thin). Order of cells: columns fastest, then rows, then planes.
struct LesionGrid
{
  static constexpr int columns = 64;
  static constexpr int rows = 64;
  static constexpr int most_planes = 48;
  static constexpr double reach = 1.7;  ///< half width in half axes

  PromptFrame frame;
  int planes = 1;
  int drawn_plane = 0;  ///< the plane of the drawn slice
  int slices_per_plane = 1;
  double plane_step = 1.0;  ///< mm

  std::size_t cells() const { return static_cast<std::size_t>(planes) * rows * columns; }
  static constexpr std::size_t plane_cells() { return static_cast<std::size_t>(rows) * columns; }
  static constexpr std::size_t cell(int column, int row, int plane)
  {
    return (static_cast<std::size_t>(plane) * rows + static_cast<std::size_t>(row)) * columns + static_cast<std::size_t>(column);
  }
  /// Normalised coordinate of a column's or row's middle.
  static constexpr double place(int number) { return reach * ((2.0 * number + 1.0) / columns - 1.0); }
  /// Column or row of a normalised coordinate, as a fraction.
  static constexpr double number(double place) { return 0.5 * (columns * (place / reach + 1.0) - 1.0); }
  double height(int plane) const { return (plane - drawn_plane) * plane_step; }                             ///< mm along the normal
  double depth(int plane) const { return height(plane) / (plane >= drawn_plane ? frame.up : frame.down); }  ///< normalised
  double column_step() const { return 2.0 * reach * frame.half_long / columns; }                            ///< mm
  double row_step() const { return 2.0 * reach * frame.half_short / rows; }                                 ///< mm
  /// Radius in the prompt's two half ellipsoids: 1 on their surface.
  double radius(int column, int row, int plane) const;
  PatientPoint position(double column, double row, int plane) const;
};

/// Grid around the prompt that reaches `ends` times as far along the slices as the frame does (and two slices more).
LesionGrid grid_around(const ImageGeometry& geometry, const PromptFrame& frame, double ends);

/// One value a cell.
using CellValues = std::vector<float>;

/// An image on a grid. Cells outside the image are marked invalid and hold 0.
struct GridImage
{
  CellValues values;
  std::vector<std::uint8_t> valid;
};

/// Mean of the image over each cell. `image` may lie on any grid of the same frame of reference.
GridImage sample_on(const LesionGrid& grid, const imaging::Volume& image, int threads);
}  // namespace nadir::segmentation::lesion
