#include "sample_data/phantom/slice_renderer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
struct Probe
{
  double di, dj, depth;  // depth in slice thicknesses
};

constexpr std::array<Probe, 2> coarse_probes{{{0, 0, -0.25}, {0, 0, 0.25}}};
constexpr std::array<Probe, 12> fine_probes{{
    {-0.25, -0.25, -0.333}, {0.25, -0.25, -0.333}, {-0.25, 0.25, -0.333}, {0.25, 0.25, -0.333},
    {-0.25, -0.25, 0.0},    {0.25, -0.25, 0.0},    {-0.25, 0.25, 0.0},    {0.25, 0.25, 0.0},
    {-0.25, -0.25, 0.333},  {0.25, -0.25, 0.333},  {-0.25, 0.25, 0.333},  {0.25, 0.25, 0.333},
}};

using Pair = std::array<TissueSample, 2>;

/// Samples tissue around the voxels of one slice.
class SliceSampler
{
public:
  SliceSampler(const Scene& scene, const Acquisition& acquisition, int k) : scene_(scene), acquisition_(acquisition), k_(k) {}

  TissueSample at(int i, int j, const Probe& probe) const
  {
    const double depth = probe.depth * acquisition_.slice_thickness / acquisition_.grid.spacing().k;
    return scene_.at(acquisition_.grid.voxel_to_patient(ContinuousVoxelIndex{i + probe.di, j + probe.dj, k_ + depth}));
  }

private:
  const Scene& scene_;
  const Acquisition& acquisition_;
  int k_;
};

void add(TissueMix& mix, const TissueSample& sample, double weight)
{
  mix[sample.tissue] += static_cast<float>(weight * (1.0 - sample.admixed));
  mix[sample.admixture] += static_cast<float>(weight * sample.admixed);
  mix.texture += static_cast<float>(weight * (sample.texture - 1.0));
}

TissueMix mixed_from(const Pair& pair)
{
  TissueMix mix;
  for (const auto& sample : pair) add(mix, sample, 0.5);
  return mix;
}

TissueMix finely_sampled(const SliceSampler& sampler, int i, int j)
{
  TissueMix mix;
  for (const auto& probe : fine_probes) add(mix, sampler.at(i, j, probe), 1.0 / static_cast<double>(fine_probes.size()));
  return mix;
}

bool differs(const Pair& a, const Pair& b) { return a[0].tissue != b[0].tissue || a[0].tissue != b[1].tissue || a[0].tissue != a[1].tissue; }

/// Voxel (i, j) or one of its four neighbours holds another tissue.
bool is_boundary(const std::vector<Pair>& pairs, GridSize size, int i, int j)
{
  const auto at = [&](int x, int y) -> const Pair& {
    return pairs[static_cast<std::size_t>(std::clamp(y, 0, size.j - 1)) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(std::clamp(x, 0, size.i - 1))];
  };
  const auto& own = at(i, j);
  return differs(own, own) || differs(own, at(i - 1, j)) || differs(own, at(i + 1, j)) || differs(own, at(i, j - 1)) || differs(own, at(i, j + 1));
}

double gaussian_falloff(PatientVector offset, double width) { return std::exp(-dot(offset, offset) / (2.0 * width * width)); }

double coil_gain(const Coil& coil, PatientPoint point)
{
  const auto from = point - coil.centre;
  const double front = gaussian_falloff(from - PatientVector{-25, -105, 10}, 105.0);
  const double back = gaussian_falloff(from - PatientVector{15, 110, -5}, 115.0);
  const double along = 1.0 - 0.12 * (from.superior / 120.0) * (from.superior / 120.0);
  return (0.52 + 0.50 * front + 0.42 * back) * along;
}

double rician(double signal, double deviation, const CounterRandom& random, std::uint64_t voxel)
{
  return std::hypot(signal + deviation * random.gaussian(2 * voxel), deviation * random.gaussian(2 * voxel + 1));
}
}  // namespace

std::vector<TissueMix> tissue_of_slice(const Scene& scene, const Acquisition& acquisition, int k)
{
  const auto size = acquisition.grid.size();
  const SliceSampler sampler(scene, acquisition, k);
  std::vector<Pair> pairs;
  pairs.reserve(static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j));
  for (int j = 0; j < size.j; ++j)
    for (int i = 0; i < size.i; ++i) pairs.push_back({sampler.at(i, j, coarse_probes[0]), sampler.at(i, j, coarse_probes[1])});
  std::vector<TissueMix> mixes;
  mixes.reserve(pairs.size());
  for (int j = 0; j < size.j; ++j)
    for (int i = 0; i < size.i; ++i)
      mixes.push_back(is_boundary(pairs, size, i, j) ? finely_sampled(sampler, i, j) : mixed_from(pairs[mixes.size()]));
  return mixes;
}

std::vector<std::uint16_t> pixels_of_slice(const std::vector<TissueMix>& tissue, const Acquisition& acquisition, const PulseSequence& sequence,
                                           const Receiver& receiver, int k)
{
  const SignalTable signals(sequence);
  const CounterRandom random(receiver.seed, receiver.stream);
  const auto size = acquisition.grid.size();
  std::vector<std::uint16_t> pixels;
  pixels.reserve(tissue.size());
  for (int j = 0; j < size.j; ++j)
    for (int i = 0; i < size.i; ++i)
    {
      const auto voxel = static_cast<std::uint64_t>(k) * tissue.size() + pixels.size();
      const double gain = coil_gain(receiver.coil, acquisition.grid.voxel_to_patient(VoxelIndex{i, j, k}));
      const double value = sequence.signal_scale * rician(gain * signals.of(tissue[pixels.size()]), sequence.noise, random, voxel);
      pixels.push_back(static_cast<std::uint16_t>(std::clamp(std::floor(value + 0.5), 0.0, 4095.0)));
    }
  return pixels;
}
}  // namespace nadir::phantom
