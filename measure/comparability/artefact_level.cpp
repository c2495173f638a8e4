#include "measure/comparability/artefact_level.h"

#include <algorithm>
#include <vector>

#include "imaging/diffusion/noise_level.h"

namespace nadir::measure
{
namespace
{
constexpr double air_limit = 0.25;  ///< of the signal
constexpr double least_air = 1.0 / 3.0;
constexpr int band_share = 16;  ///< an edge band is a sixteenth of the side deep

struct Mean
{
  double sum = 0.0;
  double count = 0.0;
  void add(double value) { sum += value, count += 1.0; }
  double value() const { return count > 0.0 ? sum / count : 0.0; }
};

double body_signal(const imaging::Volume& image)
{
  Mean all;
  for (int k = 0; k < image.geometry().size().k; ++k)
    for (const float value : image.slice(k)) all.add(static_cast<double>(value));
  Mean body;
  for (int k = 0; k < image.geometry().size().k; ++k)
    for (const float value : image.slice(k))
      if (static_cast<double>(value) > all.value()) body.add(static_cast<double>(value));
  return body.value();
}

/// Air in the two bands at the ends of one axis.
struct EdgeAir
{
  Mean air;
  double voxels = 0.0;

  void add(double value, double limit)
  {
    voxels += 1.0;
    if (value < limit) air.add(value);
  }
  bool is_air() const { return voxels > 0.0 && air.count >= least_air * voxels && air.sum > 0.0; }
};

struct Edges
{
  EdgeAir along_i;
  EdgeAir along_j;
};

bool is_in_band(int n, int size) { return n < std::max(1, size / band_share) || n >= size - std::max(1, size / band_share); }
bool is_in_middle(int n, int size) { return n >= size / 4 && n < size - size / 4; }

void add_slice(Edges& edges, const std::vector<float>& slice, const GridSize& size, double limit)
{
  for (int j = 0; j < size.j; ++j)
    for (int i = 0; i < size.i; ++i)
    {
      const auto value =
          static_cast<double>(slice[static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i)]);
      if (is_in_band(i, size.i) && is_in_middle(j, size.j)) edges.along_i.add(value, limit);
      if (is_in_band(j, size.j) && is_in_middle(i, size.i)) edges.along_j.add(value, limit);
    }
}
}  // namespace

ArtefactLevel artefact_level(const imaging::Volume& image, PhaseDirection phase)
{
  ArtefactLevel level;
  const double signal = body_signal(image);
  if (!(signal > 0.0)) return level;
  if (const auto noise = imaging::noise_in_air(image); noise && *noise > 0.0) level.signal_to_noise = signal / *noise;
  if (phase == PhaseDirection::Unknown) return level;
  Edges edges;
  for (int k = 0; k < image.geometry().size().k; ++k) add_slice(edges, image.slice(k), image.geometry().size(), air_limit * signal);
  if (!edges.along_i.is_air() || !edges.along_j.is_air()) return level;
  const auto& phase_edges = phase == PhaseDirection::AlongRows ? edges.along_i : edges.along_j;
  const auto& other_edges = phase == PhaseDirection::AlongRows ? edges.along_j : edges.along_i;
  level.ghosting = std::max(0.0, (phase_edges.air.value() - other_edges.air.value()) / (2.0 * signal));
  return level;
}
}  // namespace nadir::measure
