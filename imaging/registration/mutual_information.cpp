#include "imaging/registration/mutual_information.h"

#include <algorithm>
#include <cmath>

namespace nadir::imaging
{
namespace
{
constexpr std::size_t bins = 32;
using Table = std::array<double, bins * bins>;
using Matrix = std::array<std::array<double, 3>, 3>;
using Triple = std::array<double, 3>;

struct Range
{
  double low = 0.0;
  double scale = 1.0;  ///< bins per unit
};

/// Values of the body from its 1st to its 99th percentile fill the bins but for two at each end, which the spline needs.
Range range_of(const MutualInformation::Side& side)
{
  std::vector<float> values;
  for (std::size_t n = 0; n < side.body.size(); ++n)
    if (side.body[n] != 0) values.push_back(side.image.values[n]);
  if (values.empty()) return {};
  const auto nth = [&](double share)
  {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return static_cast<double>(*place);
  };
  const double low = nth(0.01), high = nth(0.99);
  return {low, high > low ? (static_cast<double>(bins) - 4.0) / (high - low) : 1.0};
}

double bin_of(double value, double low, double scale)
{
  return std::clamp(1.5 + (value - low) * scale, 1.0, static_cast<double>(bins) - 2.001);
}

/// The four weights of a cubic B-spline around a place in bins, or their slopes.
std::array<double, 4> spline(double f)
{
  const double r = 1.0 - f;
  return {r * r * r / 6.0, (3.0 * f * f * f - 6.0 * f * f + 4.0) / 6.0, (3.0 * r * r * r - 6.0 * r * r + 4.0) / 6.0, f * f * f / 6.0};
}

std::array<double, 4> spline_slope(double f)
{
  const double r = 1.0 - f;
  return {-r * r / 2.0, (3.0 * f * f - 4.0 * f) / 2.0, (-3.0 * r * r + 4.0 * r) / 2.0, f * f / 2.0};
}

Triple as_triple(PatientVector v) { return {v.left, v.posterior, v.superior}; }

Matrix rotation_of(const RigidPose& pose)
{
  const auto rows = pose.transform().rotation();
  return {as_triple(rows[0]), as_triple(rows[1]), as_triple(rows[2])};
}

/// Rows that lead from a displacement in the patient to one in voxels.
Matrix voxel_rows(const ImageGeometry& grid)
{
  const auto& axes = grid.axes();
  const auto& spacing = grid.spacing();
  return {as_triple(1.0 / spacing.i * axes.i), as_triple(1.0 / spacing.j * axes.j), as_triple(1.0 / spacing.k * axes.k)};
}

Matrix product(const Matrix& a, const Matrix& b)
{
  Matrix c{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column)
      for (std::size_t n = 0; n < 3; ++n) c[row][column] += a[row][n] * b[n][column];
  return c;
}

/// Slope of the rotation by one of its angles, by central differences (exact to 1e-9 for a rotation).
Matrix turning(const RigidPose& pose, std::size_t angle)
{
  RigidPose more = pose, less = pose;
  more.numbers[angle] += 1e-3;
  less.numbers[angle] -= 1e-3;
  const Matrix a = rotation_of(more), b = rotation_of(less);
  Matrix slope{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) slope[row][column] = (a[row][column] - b[row][column]) / 2e-3;
  return slope;
}

double entropy(double p) { return p > 0.0 ? -p * std::log(p) : 0.0; }

struct Entropies
{
  std::array<double, bins> fixed{};  ///< marginal probabilities
  std::array<double, bins> moving{};
  double sum = 0.0;    ///< H(F) + H(M)
  double joint = 0.0;  ///< H(F, M)
};

Entropies entropies_of(const Table& counts, double total)
{
  Entropies e;
  for (std::size_t f = 0; f < bins; ++f)
    for (std::size_t m = 0; m < bins; ++m)
    {
      const double p = counts[f * bins + m] / total;
      e.fixed[f] += p;
      e.moving[m] += p;
      e.joint += entropy(p);
    }
  for (std::size_t n = 0; n < bins; ++n) e.sum += entropy(e.fixed[n]) + entropy(e.moving[n]);
  return e;
}

/// Slope of the normalised information by each probability, without the parts that a shift of counts between bins cancels.
Table table_of_slopes(const Table& counts, double total)
{
  const Entropies e = entropies_of(counts, total);
  Table table{};
  for (std::size_t f = 0; f < bins; ++f)
    for (std::size_t m = 0; m < bins; ++m)
    {
      const double p = std::max(counts[f * bins + m] / total, 1e-9);
      const double sum = -std::log(std::max(e.fixed[f], 1e-9)) - std::log(std::max(e.moving[m], 1e-9));
      table[f * bins + m] = (sum * e.joint + e.sum * std::log(p)) / (e.joint * e.joint);
    }
  return table;
}
}  // namespace

struct MutualInformation::Histogram
{
  Table counts{};
  std::size_t inside = 0;
};

/// Voxel of the moving image = first + matrix * place from the centre.
struct MutualInformation::Placement
{
  Matrix matrix{};
  ContinuousVoxelIndex first;

  ContinuousVoxelIndex operator()(const Point& p) const
  {
    const double x = static_cast<double>(p.left), y = static_cast<double>(p.posterior), z = static_cast<double>(p.superior);
    return {first.i + matrix[0][0] * x + matrix[0][1] * y + matrix[0][2] * z,
            first.j + matrix[1][0] * x + matrix[1][1] * y + matrix[1][2] * z,
            first.k + matrix[2][0] * x + matrix[2][1] * y + matrix[2][2] * z};
  }
};

MutualInformation::MutualInformation(Side fixed, Side moving, PatientPoint centre, std::size_t at_most)
    : moving_(moving.image), grid_(&moving.image.geometry)
{
  const Range range = range_of(fixed), moving_range = range_of(moving);
  low_ = moving_range.low;
  scale_ = moving_range.scale;
  const auto& size = fixed.image.geometry.size();
  const auto in_body = static_cast<std::size_t>(std::count_if(fixed.body.begin(), fixed.body.end(), [](auto b) { return b != 0; }));
  const double step = std::max(1.0, static_cast<double>(in_body) / static_cast<double>(at_most));
  std::size_t seen = 0, n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
      {
        if (fixed.body[n] == 0) continue;
        if (static_cast<std::size_t>(static_cast<double>(seen++) / step) < points_.size()) continue;
        const PatientVector d = fixed.image.geometry.voxel_to_patient(VoxelIndex{i, j, k}) - centre;
        const auto bin = static_cast<std::uint32_t>(bin_of(static_cast<double>(fixed.image.values[n]), range.low, range.scale));
        points_.push_back({static_cast<float>(d.left), static_cast<float>(d.posterior), static_cast<float>(d.superior), bin});
      }
}

double MutualInformation::moving_bin(double value) const { return bin_of(value, low_, scale_); }

MutualInformation::Placement MutualInformation::placement(const RigidPose& pose) const
{
  return {product(voxel_rows(*grid_), rotation_of(pose)), grid_->patient_to_voxel(pose.transform()(pose.centre))};
}

MutualInformation::Histogram MutualInformation::histogram(const Placement& placement) const
{
  Histogram histogram;
  for (const Point& point : points_)
  {
    const auto place = placement(point);
    if (!moving_.contains(place)) continue;
    const double bin = moving_bin(moving_.value(place));
    const auto low = static_cast<std::size_t>(bin);
    const auto weights = spline(bin - static_cast<double>(low));
    double* row = &histogram.counts[point.bin * bins + low - 1];
    for (std::size_t n = 0; n < 4; ++n) row[n] += weights[n];
    ++histogram.inside;
  }
  return histogram;
}

MutualInformation::Value MutualInformation::value_of(const Histogram& histogram) const
{
  if (points_.empty()) return {};
  const double overlap = static_cast<double>(histogram.inside) / static_cast<double>(points_.size());
  if (overlap < least_overlap) return {1.0, overlap};
  const Entropies e = entropies_of(histogram.counts, static_cast<double>(histogram.inside));
  return {e.joint > 0.0 ? e.sum / e.joint : 1.0, overlap};
}

MutualInformation::Value MutualInformation::value(const RigidPose& pose) const { return value_of(histogram(placement(pose))); }

MutualInformation::Slope MutualInformation::slope(const RigidPose& pose) const
{
  const Placement place = placement(pose);
  const Histogram counts = histogram(place);
  Slope slope{value_of(counts), {}};
  if (slope.value.overlap < least_overlap) return slope;
  const Table table = table_of_slopes(counts.counts, static_cast<double>(counts.inside));
  Triple force{};
  Matrix torque{};
  for (const Point& point : points_)
  {
    const auto at = place(point);
    if (!moving_.contains(at)) continue;
    const auto sample = moving_.sample(at);
    const double bin = moving_bin(sample.value);
    if (bin <= 1.0 || bin >= static_cast<double>(bins) - 2.001) continue;
    const auto low = static_cast<std::size_t>(bin);
    const auto weights = spline_slope(bin - static_cast<double>(low));
    const double* row = &table[point.bin * bins + low - 1];
    const double pull = weights[0] * row[0] + weights[1] * row[1] + weights[2] * row[2] + weights[3] * row[3];
    const Triple g{pull * sample.gradient.i, pull * sample.gradient.j, pull * sample.gradient.k};
    const Triple d{static_cast<double>(point.left), static_cast<double>(point.posterior), static_cast<double>(point.superior)};
    for (std::size_t r = 0; r < 3; ++r)
    {
      force[r] += g[r];
      for (std::size_t c = 0; c < 3; ++c) torque[r][c] += g[r] * d[c];
    }
  }
  const Matrix rows = voxel_rows(*grid_);
  const double unit = scale_ / static_cast<double>(counts.inside);
  for (std::size_t n = 0; n < 3; ++n)
  {
    const Matrix turn = product(rows, turning(pose, n));
    for (std::size_t r = 0; r < 3; ++r)
    {
      slope.gradient[3 + n] += unit * force[r] * rows[r][n];
      for (std::size_t c = 0; c < 3; ++c) slope.gradient[n] += unit * torque[r][c] * turn[r][c];
    }
  }
  return slope;
}
}  // namespace nadir::imaging
