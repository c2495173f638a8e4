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

constexpr std::array<Probe, 3> coarse_probes{{{0, 0, -0.4}, {0, 0, 0.0}, {0, 0, 0.4}}};

/// Twelve points, three in each quarter of the pixel, each at a depth of its own, so that slanted borders show no steps.
constexpr std::array<Probe, 12> fine_probes{{
    {-0.25, -0.25, -5.5 / 12},
    {0.25, 0.25, -4.5 / 12},
    {-0.25, 0.25, -3.5 / 12},
    {0.25, -0.25, -2.5 / 12},
    {0.25, 0.25, -1.5 / 12},
    {-0.25, -0.25, -0.5 / 12},
    {0.25, -0.25, 0.5 / 12},
    {-0.25, 0.25, 1.5 / 12},
    {-0.25, -0.25, 2.5 / 12},
    {0.25, 0.25, 3.5 / 12},
    {0.25, -0.25, 4.5 / 12},
    {-0.25, 0.25, 5.5 / 12},
}};

/// The tissue at three depths of a voxel.
using Core = std::array<TissueSample, coarse_probes.size()>;

/// Row-by-row place of (i, j), indices beyond the edge taken back to it.
std::size_t place(GridSize size, int i, int j)
{
  return static_cast<std::size_t>(std::clamp(j, 0, size.j - 1)) * static_cast<std::size_t>(size.i) +
         static_cast<std::size_t>(std::clamp(i, 0, size.i - 1));
}

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

TissueMix mixed_from(const Core& core)
{
  TissueMix mix;
  for (const auto& sample : core) add(mix, sample, 1.0 / static_cast<double>(core.size()));
  return mix;
}

TissueMix finely_sampled(const SliceSampler& sampler, int i, int j)
{
  TissueMix mix;
  for (const auto& probe : fine_probes) add(mix, sampler.at(i, j, probe), 1.0 / static_cast<double>(fine_probes.size()));
  return mix;
}

bool differs(const Core& a, const Core& b)
{
  return std::any_of(b.begin(), b.end(), [&](const TissueSample& sample) { return sample.tissue != a[0].tissue; });
}

/// Voxel (i, j) or one of its four neighbours holds another tissue.
bool is_boundary(const std::vector<Core>& cores, GridSize size, int i, int j)
{
  const auto& own = cores[place(size, i, j)];
  return differs(own, own) || differs(own, cores[place(size, i - 1, j)]) || differs(own, cores[place(size, i + 1, j)]) ||
         differs(own, cores[place(size, i, j - 1)]) || differs(own, cores[place(size, i, j + 1)]);
}

std::vector<Core> coarsely_sampled(const SliceSampler& sampler, GridSize size)
{
  std::vector<Core> cores;
  cores.reserve(static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j));
  for (int j = 0; j < size.j; ++j)
    for (int i = 0; i < size.i; ++i)
      cores.push_back({sampler.at(i, j, coarse_probes[0]), sampler.at(i, j, coarse_probes[1]), sampler.at(i, j, coarse_probes[2])});
  return cores;
}

double gaussian_falloff(PatientVector offset, double width) { return std::exp(-dot(offset, offset) / (2.0 * width * width)); }

float coil_gain(PatientVector from)
{
  const double front = gaussian_falloff(from - PatientVector{-35, -100, 10}, 88.0);
  const double back = gaussian_falloff(from - PatientVector{25, 108, -5}, 95.0);
  const double along = 1.0 - 0.15 * (from.superior / 120.0) * (from.superior / 120.0);
  return static_cast<float>((0.46 + 0.62 * front + 0.50 * back) * along);
}

/// Signals of a slice; fat is looked up where the chemical shift takes it from, between pixels linearly.
class ShiftedSignal
{
public:
  ShiftedSignal(const SliceContent& content, GridSize size, const PulseSequence& sequence) : size_(size), shift_(sequence.fat_shift)
  {
    const SignalTable table(sequence);
    signals_.reserve(content.tissue.size());
    for (const auto& mix : content.tissue) signals_.push_back(table.of(mix));
  }

  double at(int i, int j) const { return signals_[place(size_, i, j)].water + fat_at(i - shift_.i, j - shift_.j); }

private:
  double fat_at(double i, double j) const
  {
    const int i0 = static_cast<int>(std::floor(i)), j0 = static_cast<int>(std::floor(j));
    const double ti = i - i0, tj = j - j0;
    const auto row = [&](int y) { return (1.0 - ti) * signals_[place(size_, i0, y)].fat + ti * signals_[place(size_, i0 + 1, y)].fat; };
    return (1.0 - tj) * row(j0) + tj * row(j0 + 1);
  }

  GridSize size_;
  FatShift shift_;
  std::vector<VoxelSignal> signals_;
};

double rician(double signal, double deviation, const CounterRandom& random, std::uint64_t voxel)
{
  const double real = signal + deviation * random.gaussian(2 * voxel), imaginary = deviation * random.gaussian(2 * voxel + 1);
  return std::sqrt(real * real + imaginary * imaginary);
}
}  // namespace

SliceContent sample_slice(const Scene& scene, const Acquisition& acquisition, PatientPoint coil_centre, int k)
{
  const auto size = acquisition.grid.size();
  const SliceSampler sampler(scene, acquisition, k);
  const auto cores = coarsely_sampled(sampler, size);
  SliceContent content{.k = k, .tissue = {}, .gain = {}};
  content.tissue.reserve(cores.size());
  content.gain.reserve(cores.size());
  for (int j = 0; j < size.j; ++j)
    for (int i = 0; i < size.i; ++i)
    {
      content.tissue.push_back(is_boundary(cores, size, i, j) ? finely_sampled(sampler, i, j) : mixed_from(cores[place(size, i, j)]));
      content.gain.push_back(coil_gain(acquisition.grid.voxel_to_patient(VoxelIndex{i, j, k}) - coil_centre));
    }
  return content;
}

std::vector<std::uint16_t> pixels_of_slice(const SliceContent& content, GridSize size, const PulseSequence& sequence,
                                           const NoiseStream& noise)
{
  const ShiftedSignal signal(content, size, sequence);
  const CounterRandom random(noise.seed, noise.name);
  const auto first = static_cast<std::uint64_t>(content.k) * content.tissue.size();
  std::vector<std::uint16_t> pixels;
  pixels.reserve(content.tissue.size());
  for (int j = 0; j < size.j; ++j)
    for (int i = 0; i < size.i; ++i)
    {
      const auto n = pixels.size();
      const double value =
          sequence.signal_scale * rician(static_cast<double>(content.gain[n]) * signal.at(i, j), sequence.noise, random, first + n);
      pixels.push_back(static_cast<std::uint16_t>(std::clamp(std::floor(value + 0.5), 0.0, 4095.0)));
    }
  return pixels;
}
}  // namespace nadir::phantom
