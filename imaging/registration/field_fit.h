#pragma once

#include <array>
#include <vector>

#include "imaging/registration/spline_basis.h"

namespace nadir::imaging
{
/// Displacements of the control points, one array a component (along the lattice's i, j, k axes, mm).
using Controls = std::array<std::vector<float>, 3>;

/// What the images say at each cell: a quadratic in the displacement d, 1/2 d'Ad - b'd. A: ii, jj, kk, ij, ik, jk.
struct CellPull
{
  std::array<float, 6> a{};
  std::array<float, 3> b{};
};

/// How stiff the tissue is taken to be, relative to what the images say.
struct Stiffness
{
  double bending = 10.0;     ///< against second derivatives; mm2
  double stretching = 0.01;  ///< against first derivatives
};

/// The change of the controls that the cells ask for and the stiffness of the whole field allows: solves the normal equations of one
/// Gauss-Newton step by conjugate gradients (at most `steps`). `spacing`: between control points, mm; `weight`: points a control stands for
/// (scales the stiffness); `damping`: added to A (Levenberg).
struct FieldFit
{
  const SplineBasis& basis;
  Stiffness stiffness;
  double spacing = 20.0;
  double weight = 1.0;
  int steps = 25;

  Controls change(const std::vector<CellPull>& cells, const Controls& now, double damping) const;
  /// Stiffness part of the energy.
  double energy(const Controls& controls) const;

private:
  std::vector<float> stiff(const std::vector<float>& component) const;
  Controls product(const std::vector<CellPull>& cells, const Controls& v, double damping) const;
};
}  // namespace nadir::imaging
