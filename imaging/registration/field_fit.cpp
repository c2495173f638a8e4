#include "imaging/registration/field_fit.h"

#include <cmath>
#include <cstddef>

namespace nadir::imaging
{
namespace
{
std::size_t as_size(int n) { return static_cast<std::size_t>(n); }

struct Lattice
{
  std::array<int, 3> count;
  std::array<std::size_t, 3> stride;

  explicit Lattice(GridSize size) : count{size.i, size.j, size.k}, stride{1, as_size(size.i), as_size(size.i) * as_size(size.j)} {}
  std::size_t size() const { return stride[2] * as_size(count[2]); }
  int place(std::size_t n, std::size_t axis) const { return static_cast<int>(n / stride[axis] % as_size(count[axis])); }
};

/// result += factor D'D v for the differences of order one along an axis.
void add_stretching(const Lattice& lattice, std::size_t axis, float factor, const std::vector<float>& v, std::vector<float>& result)
{
  const std::size_t s = lattice.stride[axis];
  for (std::size_t n = 0; n < v.size(); ++n)
  {
    if (lattice.place(n, axis) + 1 >= lattice.count[axis]) continue;
    const float d = factor * (v[n + s] - v[n]);
    result[n + s] += d;
    result[n] -= d;
  }
}

void add_bending(const Lattice& lattice, std::size_t axis, float factor, const std::vector<float>& v, std::vector<float>& result)
{
  const std::size_t s = lattice.stride[axis];
  for (std::size_t n = 0; n < v.size(); ++n)
  {
    if (lattice.place(n, axis) + 2 >= lattice.count[axis]) continue;
    const float d = factor * (v[n] - 2.0F * v[n + s] + v[n + 2 * s]);
    result[n] += d;
    result[n + s] -= 2.0F * d;
    result[n + 2 * s] += d;
  }
}

void add_twisting(const Lattice& lattice, std::size_t axis, float factor, const std::vector<float>& v, std::vector<float>& result)
{
  const std::size_t other = (axis + 1) % 3, s = lattice.stride[axis], t = lattice.stride[other];
  for (std::size_t n = 0; n < v.size(); ++n)
  {
    if (lattice.place(n, axis) + 1 >= lattice.count[axis] || lattice.place(n, other) + 1 >= lattice.count[other]) continue;
    const float d = factor * (v[n] - v[n + s] - v[n + t] + v[n + s + t]);
    result[n] += d;
    result[n + s] -= d;
    result[n + t] -= d;
    result[n + s + t] += d;
  }
}

double dot(const Controls& a, const Controls& b)
{
  double sum = 0.0;
  for (std::size_t c = 0; c < 3; ++c)
    for (std::size_t n = 0; n < a[c].size(); ++n) sum += static_cast<double>(a[c][n]) * static_cast<double>(b[c][n]);
  return sum;
}

void add(Controls& a, double factor, const Controls& b)
{
  for (std::size_t c = 0; c < 3; ++c)
    for (std::size_t n = 0; n < a[c].size(); ++n) a[c][n] += static_cast<float>(factor) * b[c][n];
}
}  // namespace

std::vector<float> FieldFit::stiff(const std::vector<float>& component) const
{
  const Lattice lattice(basis.controls());
  std::vector<float> result(component.size(), 0.0F);
  const double square = spacing * spacing;
  const float bend = static_cast<float>(weight * stiffness.bending / (square * square)),
              stretch = static_cast<float>(weight * stiffness.stretching / square);
  for (std::size_t axis = 0; axis < 3; ++axis)
  {
    add_bending(lattice, axis, bend, component, result);
    add_twisting(lattice, axis, 2.0F * bend, component, result);
    add_stretching(lattice, axis, stretch, component, result);
  }
  const float tiny = static_cast<float>(1e-6 * weight);
  for (std::size_t n = 0; n < component.size(); ++n) result[n] += tiny * component[n];
  return result;
}

double FieldFit::energy(const Controls& controls) const
{
  return 0.5 * dot(controls, Controls{stiff(controls[0]), stiff(controls[1]), stiff(controls[2])});
}

Controls FieldFit::product(const std::vector<CellPull>& cells, const Controls& v, double damping) const
{
  auto x = basis.expanded(v[0]), y = basis.expanded(v[1]), z = basis.expanded(v[2]);
  const float d = static_cast<float>(1.0 + damping);
  for (std::size_t n = 0; n < cells.size(); ++n)
  {
    const auto& a = cells[n].a;
    const float p = x[n], q = y[n], r = z[n];
    x[n] = d * a[0] * p + a[3] * q + a[4] * r;
    y[n] = a[3] * p + d * a[1] * q + a[5] * r;
    z[n] = a[4] * p + a[5] * q + d * a[2] * r;
  }
  Controls result{basis.gathered(x), basis.gathered(y), basis.gathered(z)};
  add(result, 1.0, Controls{stiff(v[0]), stiff(v[1]), stiff(v[2])});
  return result;
}

Controls FieldFit::change(const std::vector<CellPull>& cells, const Controls& now, double damping) const
{
  Controls pull;
  for (std::size_t c = 0; c < 3; ++c)
  {
    std::vector<float> b(cells.size());
    for (std::size_t n = 0; n < cells.size(); ++n) b[n] = cells[n].b[c];
    pull[c] = basis.gathered(b);
  }
  add(pull, -1.0, Controls{stiff(now[0]), stiff(now[1]), stiff(now[2])});
  Controls step;
  for (auto& component : step) component.assign(basis.control_count(), 0.0F);
  Controls rest = pull, direction = pull;
  double square = dot(rest, rest);
  const double enough = 1e-4 * square;
  for (int n = 0; n < steps && square > enough && square > 1e-20; ++n)
  {
    const Controls image = product(cells, direction, damping);
    const double curvature = dot(direction, image);
    if (curvature <= 0.0) break;
    add(step, square / curvature, direction);
    add(rest, -square / curvature, image);
    const double next = dot(rest, rest);
    Controls turned = rest;
    add(turned, next / square, direction);
    direction = std::move(turned);
    square = next;
  }
  return step;
}
}  // namespace nadir::imaging
