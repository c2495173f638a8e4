#include "imaging/registration/field_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/registration/fixed_chunks.h"
#include "imaging/registration/index_map.h"
#include "imaging/registration/trilinear.h"

namespace nadir::imaging
{
namespace
{
std::size_t as_size(int n) { return static_cast<std::size_t>(n); }

/// The control lattice over a grid: the grid's axes, one control point beyond the border on each side.
ImageGeometry lattice_over(const ImageGeometry& grid, double spacing)
{
  const auto controls = [&](int count, double step) { return static_cast<int>(std::ceil((count - 1) * step / spacing)) + 3; };
  const auto& size = grid.size();
  const auto& step = grid.spacing();
  const GridSize count{controls(size.i, step.i), controls(size.j, step.j), controls(size.k, step.k)};
  const auto start = [&](int points, double width, int n) { return 0.5 * (points - 1) - 0.5 * (n - 1) * spacing / width; };
  const ContinuousVoxelIndex first{start(size.i, step.i, count.i), start(size.j, step.j, count.j), start(size.k, step.k, count.k)};
  return ImageGeometry::make(count, {spacing, spacing, spacing}, grid.voxel_to_patient(first), grid.axes()).value();
}

/// Voxels of the grid gathered into cells, so that the normal equations stay small.
struct Cells
{
  GridSize block;  ///< voxels a cell, along each axis
  GridSize count;

  Cells(const ImageGeometry& grid, double control_spacing)
  {
    const auto wide = [&](double step) { return std::max(1, static_cast<int>(std::floor(control_spacing / 3.0 / step))); };
    block = {wide(grid.spacing().i), wide(grid.spacing().j), wide(grid.spacing().k)};
    count = {(grid.size().i + block.i - 1) / block.i, (grid.size().j + block.j - 1) / block.j, (grid.size().k + block.k - 1) / block.k};
  }
};

SplineBasis::Axis basis_axis(int count, int controls, double first_control, double points_a_control, double block)
{
  // first_control: place of control point 0 in grid voxels.
  return {count, controls, (0.5 * (block - 1.0) - first_control) / points_a_control, block / points_a_control};
}

SplineBasis basis_of(const ImageGeometry& grid, const ImageGeometry& lattice, const GridSize& block, const GridSize& count)
{
  const auto first = grid.patient_to_voxel(lattice.origin());
  const auto& size = lattice.size();
  const auto& step = grid.spacing();
  const double spacing = lattice.spacing().i;
  return {basis_axis(count.i, size.i, first.i, spacing / step.i, block.i), basis_axis(count.j, size.j, first.j, spacing / step.j, block.j),
          basis_axis(count.k, size.k, first.k, spacing / step.k, block.k)};
}

PatientVector as_vector(const GridAxes& axes, double i, double j, double k) { return i * axes.i + j * axes.j + k * axes.k; }

SplineField field_of(const ImageGeometry& lattice, const Controls& controls)
{
  std::vector<PatientVector> vectors(controls[0].size());
  for (std::size_t n = 0; n < vectors.size(); ++n)
    vectors[n] = as_vector(lattice.axes(), static_cast<double>(controls[0][n]), static_cast<double>(controls[1][n]),
                           static_cast<double>(controls[2][n]));
  return {lattice, std::move(vectors)};
}

/// Values of a field at the control points of another lattice: close to the field, since both are smooth; two rounds of correction make it
/// closer.
Controls controls_from(const SplineField& field, const ImageGeometry& lattice)
{
  Controls controls;
  for (auto& component : controls) component.assign(lattice.size().voxels(), 0.0F);
  for (int round = 0; round < 3; ++round)
  {
    const SplineField now = field_of(lattice, controls);
    std::size_t n = 0;
    for (int k = 0; k < lattice.size().k; ++k)
      for (int j = 0; j < lattice.size().j; ++j)
        for (int i = 0; i < lattice.size().i; ++i, ++n)
        {
          const PatientPoint p = lattice.voxel_to_patient(VoxelIndex{i, j, k});
          const PatientVector rest = field(p) - now(p);
          controls[0][n] += static_cast<float>(dot(rest, lattice.axes().i));
          controls[1][n] += static_cast<float>(dot(rest, lattice.axes().j));
          controls[2][n] += static_cast<float>(dot(rest, lattice.axes().k));
        }
  }
  return controls;
}

/// One search at one resolution.
class Search
{
public:
  Search(const FeaturePair& pair, const RigidTransform& rigid, const FieldSearchConfig& config)
      : pair_(pair), config_(config), grid_(pair.fixed.geometry), lattice_(lattice_over(grid_, config.control_spacing)),
        cells_(grid_, config.control_spacing), coarse_(basis_of(grid_, lattice_, cells_.block, cells_.count)),
        dense_(basis_of(grid_, lattice_, {1, 1, 1}, grid_.size())), map_(grid_, rigid, pair.moving.geometry),
        moving_(pair.moving), fit_{coarse_, config.stiffness, config.control_spacing,
                                   std::pow(config.control_spacing, 3) / grid_.voxel_volume_mm3()}
  {
  }

  const ImageGeometry& lattice() const { return lattice_; }

  Controls run(Controls controls) const
  {
    double damping = 0.01;
    auto here = pulls(controls);
    double energy = here.energy + fit_.energy(controls);
    for (int n = 0; n < config_.iterations; ++n)
    {
      const Controls step = limited(fit_.change(here.cells, controls, damping));
      Controls next = controls;
      for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t m = 0; m < next[c].size(); ++m) next[c][m] += step[c][m];
      auto there = pulls(next);
      const double lower = there.energy + fit_.energy(next);
      if (lower >= energy)
      {
        damping = damping * 10.0;
        if (damping > 100.0) break;
        continue;
      }
      const bool done = energy - lower < 1e-3 * energy;
      controls = std::move(next), here = std::move(there), energy = lower, damping = std::max(damping * 0.3, 1e-3);
      if (done) break;
    }
    return controls;
  }

private:
  struct Pulls
  {
    std::vector<CellPull> cells;
    double energy = 0.0;
  };
  using Displacements = std::array<std::vector<float>, 3>;

  /// No control moves farther in one step than the splines stay invertible for.
  Controls limited(Controls step) const
  {
    float longest = 0.0F;
    for (const auto& component : step)
      for (const float v : component) longest = std::max(longest, std::abs(v));
    const float most = static_cast<float>(0.4 * config_.control_spacing);
    if (longest <= most) return step;
    for (auto& component : step)
      for (float& v : component) v *= most / longest;
    return step;
  }

  Pulls pulls(const Controls& controls) const
  {
    const Displacements u{dense_.expanded(controls[0]), dense_.expanded(controls[1]), dense_.expanded(controls[2])};
    Pulls result{std::vector<CellPull>(cells_.count.voxels()), 0.0};
    std::array<double, fixed_chunk_count> energies{};
    // Chunks are layers of cells, so that every cell has one owner.
    for_fixed_chunks(as_size(cells_.count.k),
                     [&](const Chunk& chunk)
                     {
                       const int first = static_cast<int>(chunk.first) * cells_.block.k;
                       const int last = std::min(static_cast<int>(chunk.last) * cells_.block.k, grid_.size().k);
                       for (int k = first; k < last; ++k)
                         for (int j = 0; j < grid_.size().j; ++j) energies[chunk.number] += pull_row(u, j, k, result.cells);
                     });
    for (const double energy : energies) result.energy += energy;
    return result;
  }

  double pull_row(const Displacements& u, int j, int k, std::vector<CellPull>& cells) const
  {
    double energy = 0.0;
    const std::size_t row = pair_.fixed.offset({0, j, k});
    CellPull* cell_row =
        &cells[(as_size(k / cells_.block.k) * as_size(cells_.count.j) + as_size(j / cells_.block.j)) * as_size(cells_.count.i)];
    for (int i = 0; i < grid_.size().i; ++i)
    {
      const std::size_t n = row + as_size(i);
      if (pair_.weight[n] <= 0.0F) continue;
      energy += pull_voxel({i, j, k}, {static_cast<double>(u[0][n]), static_cast<double>(u[1][n]), static_cast<double>(u[2][n])},
                           cell_row[i / cells_.block.i]);
    }
    return energy;
  }

  /// Adds what one voxel says; its energy. `d`: displacement along the grid's axes, mm.
  double pull_voxel(VoxelIndex v, const std::array<double, 3>& d, CellPull& cell) const
  {
    const auto& spacing = grid_.spacing();
    const double scale = config_.robust * config_.robust;
    const std::size_t n = pair_.fixed.offset(v);
    const auto weight = static_cast<double>(pair_.weight[n]);
    const auto place = map_(v.i + d[0] / spacing.i, v.j + d[1] / spacing.j, v.k + d[2] / spacing.k);
    if (!moving_.contains(place)) return 0.25 * weight * scale;
    const auto sample = moving_.sample(place);
    const double rest = static_cast<double>(pair_.fixed.values[n]) - sample.value;
    const auto back = map_.gradient_back(sample.gradient);
    const auto own = slope(v, n);
    const std::array<double, 3> g{0.5 * (back.i / spacing.i + own[0]), 0.5 * (back.j / spacing.j + own[1]),
                                  0.5 * (back.k / spacing.k + own[2])};
    const double part = 1.0 / (1.0 + rest * rest / scale);
    const double w = weight * part * part;
    constexpr std::array<std::array<std::size_t, 2>, 6> pairs{{{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}}};
    for (std::size_t m = 0; m < 6; ++m) cell.a[m] += static_cast<float>(w * g[pairs[m][0]] * g[pairs[m][1]]);
    for (std::size_t m = 0; m < 3; ++m) cell.b[m] += static_cast<float>(w * g[m] * rest);
    return 0.5 * weight * rest * rest * part;
  }

  /// Central differences of the fixed features, per mm.
  std::array<double, 3> slope(VoxelIndex v, std::size_t n) const
  {
    const auto& size = grid_.size();
    const auto& spacing = grid_.spacing();
    const auto along = [&](int place, int count, std::size_t stride, double step)
    {
      const std::size_t low = place > 0 ? n - stride : n, high = place + 1 < count ? n + stride : n;
      const int steps = (place > 0 ? 1 : 0) + (place + 1 < count ? 1 : 0);
      return steps == 0 ? 0.0 : static_cast<double>(pair_.fixed.values[high] - pair_.fixed.values[low]) / (steps * step);
    };
    return {along(v.i, size.i, 1, spacing.i), along(v.j, size.j, as_size(size.i), spacing.j),
            along(v.k, size.k, as_size(size.i) * as_size(size.j), spacing.k)};
  }

  const FeaturePair& pair_;
  FieldSearchConfig config_;
  ImageGeometry grid_;
  ImageGeometry lattice_;
  Cells cells_;
  SplineBasis coarse_;
  SplineBasis dense_;
  IndexMap map_;
  Trilinear moving_;
  FieldFit fit_;
};
}  // namespace

Deformation improved_field(const FeaturePair& pair, const Deformation& start, const FieldSearchConfig& config)
{
  const Search search(pair, start.rigid(), config);
  const Controls controls = search.run(controls_from(start.field(), search.lattice()));
  return {start.rigid(), field_of(search.lattice(), controls)};
}
}  // namespace nadir::imaging
