// A lesion of 500 mL in a series of 512 x 512 x 60: time to the first mask from both axes, to a refined one after a stroke, and the
// memory of the process. Goals: 1.0 s, 0.2 s, 1.5 GB on two processors. Exit code 1 when a goal is missed.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"
#include "segmentation/lesion/segment_lesion.h"

namespace
{
using namespace nadir;
using namespace nadir::segmentation;

constexpr GridSize size{512, 512, 60};
constexpr VoxelSpacing spacing{0.7, 0.7, 4.0};
constexpr double half_axes[] = {58.0, 45.0, 45.7};  // mm: 4/3 pi abc = 500 mL

/// A lesion of its own brightness with a darker middle, in textured tissue; the same in every run.
std::shared_ptr<const imaging::Volume> phantom()
{
  const auto geometry = *ImageGeometry::make(size, spacing, {0, 0, 0}, {});
  std::vector<std::uint16_t> voxels;
  voxels.reserve(size.voxels());
  std::uint32_t state = 1;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        state = state * 1664525U + 1013904223U;
        const double radius =
            std::hypot((i - 256) * spacing.i / half_axes[0], (j - 256) * spacing.j / half_axes[1], (k - 30) * spacing.k / half_axes[2]);
        const double signal = radius > 1.0 ? 300.0 + 150.0 * std::sin(0.05 * i) * std::cos(0.04 * j) : radius > 0.5 ? 500.0 : 420.0;
        voxels.push_back(static_cast<std::uint16_t>(signal + static_cast<double>(state >> 26U)));
      }
  return std::make_shared<const imaging::Volume>(geometry, std::move(voxels),
                                                 std::vector<imaging::Rescale>(static_cast<std::size_t>(size.k)));
}

PatientPoint at(double i, double j, double k) { return {i * spacing.i, j * spacing.j, k * spacing.k}; }

template <class Work> double seconds(Work work)
{
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Median of five runs.
template <class Work> double median_seconds(Work work)
{
  std::vector<double> times;
  for (int n = 0; n < 5; ++n) times.push_back(seconds(work));
  std::sort(times.begin(), times.end());
  return times[2];
}

/// Largest memory the process ever held, MB.
double peak_memory()
{
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:"))
      return static_cast<double>(
                 parse_integer(line.substr(line.find_first_of("0123456789"), line.find(" kB") - line.find_first_of("0123456789")))
                     .value_or(0)) /
             1024.0;
  return 0.0;
}

bool report(const std::string& what, double value, double goal, const std::string& unit)
{
  std::printf("%-32s %8s %s  (goal %s) %s\n", what.c_str(), format_fixed(value, 2).c_str(), unit.c_str(), format_fixed(goal, 2).c_str(),
              value <= goal ? "met" : "MISSED");
  return value <= goal;
}
}  // namespace

int main()
{
  const auto image = phantom();
  LesionPrompt axes, click;
  axes.long_axis = PromptLine{at(256 - half_axes[0] / spacing.i, 256, 30), at(256 + half_axes[0] / spacing.i, 256, 30)};
  axes.short_axis = PromptLine{at(256, 256 - half_axes[1] / spacing.j, 30), at(256, 256 + half_axes[1] / spacing.j, 30)};
  click.click = at(256, 256, 30);
  const auto lesion = segment_lesion({image}, axes);
  if (!lesion) return 1;
  std::printf("lesion found: %s mL of 500\n", format_fixed(lesion->volume_ml.value, 1).c_str());
  const Stroke stroke{StrokeKind::Background, Millimeters{4.0}, {at(256 + 70, 256, 30)}};
  bool met = report("first mask, both axes", median_seconds([&] { static_cast<void>(segment_lesion({image}, axes)); }), 1.0, "s");
  met = report("first mask, one click", median_seconds([&] { static_cast<void>(segment_lesion({image}, click)); }), 1.0, "s") && met;
  met = report("refined after a stroke", median_seconds([&] { static_cast<void>(refine(*lesion, {stroke})); }), 0.2, "s") && met;
  met = report("largest memory", peak_memory() / 1024.0, 1.5, "GB") && met;
  return met ? 0 : 1;
}
