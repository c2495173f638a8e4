// Share of the shared sarcomas on which registration holds, over kinds of change between the dates and seeds: a table for choosing and
// checking the method, no part of `./run bench`. Usage: nadir-registration-study SEEDS [KIND ...], e.g. 2 usual strong
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/registration/displaced_sarcoma.h"
#include "imaging/registration/register_deformable.h"

namespace
{
using namespace nadir;

/// How the follow-up is taken.
enum class Technique
{
  Same,
  ThickSlices,    ///< slices twice as thick
  FatSuppressed,  ///< what is bright as fat on T1 is dark
};

/// A change between two dates; `cut`: share of the follow-up's slices that are missing at its lower end.
struct Kind
{
  const char* name;
  sample_data::DisplacementPlan plan;
  sample_data::CoilPlan coil;
  double cut = 0.0;
  Technique technique = Technique::Same;
};

std::vector<Kind> kinds()
{
  using Plan = sample_data::DisplacementPlan;
  using Coil = sample_data::CoilPlan;
  return {{"usual", Plan{.lesion_factor = 0.8}, Coil{}},
          {"mild", Plan{.turn = 2, .shift = 4, .field_mean = 3, .lesion_factor = 0.95}, Coil{}},
          {"strong", Plan{.turn = 10, .shift = 20, .field_mean = 8, .lesion_factor = 0.8}, Coil{}},
          {"bent", Plan{.field_mean = 3, .bend = 8, .lesion_factor = 0.9}, Coil{}},
          {"grown", Plan{.lesion_factor = 1.25}, Coil{}},
          {"shaded", Plan{.lesion_factor = 0.8}, Coil{.shading = 0.5, .noise = 0.03}},
          {"noisy", Plan{.lesion_factor = 0.8}, Coil{.noise = 0.08}},
          {"cut", Plan{.lesion_factor = 0.8}, Coil{}, 0.25},
          {"gain", Plan{.lesion_factor = 0.8}, Coil{.gain = 3.0}},
          {"half", Plan{.lesion_factor = 0.8}, Coil{}, 0.5},
          {"bent15", Plan{.field_mean = 3, .bend = 15, .lesion_factor = 0.9}, Coil{}},
          {"thick", Plan{.lesion_factor = 0.8}, Coil{}, 0.0, Technique::ThickSlices},
          {"fatsat", Plan{.lesion_factor = 0.8}, Coil{}, 0.0, Technique::FatSuppressed}};
}

ImageGeometry follow_up_grid(const ImageGeometry& grid, double cut)
{
  const int left_out = static_cast<int>(cut * grid.size().k);
  const GridSize size{grid.size().i, grid.size().j, grid.size().k - left_out};
  return ImageGeometry::make(size, grid.spacing(), grid.voxel_to_patient(VoxelIndex{0, 0, left_out}), grid.axes()).value();
}

/// Pairs of slices as one.
imaging::FloatImage with_thick_slices(const imaging::FloatImage& image)
{
  const auto& grid = image.geometry;
  const GridSize size{grid.size().i, grid.size().j, grid.size().k / 2};
  const VoxelSpacing spacing{grid.spacing().i, grid.spacing().j, 2.0 * grid.spacing().k};
  imaging::FloatImage thick{
      ImageGeometry::make(size, spacing, grid.voxel_to_patient(ContinuousVoxelIndex{0.0, 0.0, 0.5}), grid.axes()).value(), {}};
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        thick.values.push_back(0.5F * (image.values[image.offset({i, j, 2 * k})] + image.values[image.offset({i, j, 2 * k + 1})]));
  return thick;
}

/// Fat, the brightest tissue on T1, keeps 15 % of its signal; half as bright is no fat.
imaging::FloatImage fat_suppressed(imaging::FloatImage image)
{
  auto sorted = image.values;
  const auto high = sorted.begin() + static_cast<std::ptrdiff_t>(0.98 * static_cast<double>(sorted.size() - 1));
  std::nth_element(sorted.begin(), high, sorted.end());
  const float fat = *high;
  for (float& value : image.values) value *= 1.0F - 0.85F * std::clamp((value / fat - 0.5F) / 0.25F, 0.0F, 1.0F);
  return image;
}

imaging::FloatImage as_taken(imaging::FloatImage image, Technique technique)
{
  switch (technique)
  {
  case Technique::ThickSlices: return with_thick_slices(image);
  case Technique::FatSuppressed: return fat_suppressed(std::move(image));
  case Technique::Same: break;
  }
  return image;
}

double processor_seconds()
{
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec); };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// As dates are registered for a lesion (segmentation/propagation): the inside of the tumour does not pull, and the error is estimated
/// around it.
imaging::DeformableConfig around_tumour(const bench::Sarcoma& sarcoma)
{
  imaging::DeformableConfig config;
  config.weight = config.region = sarcoma.distance;
  for (float& v : config.weight->values) v = v < -3.0F ? 0.0F : 1.0F;
  for (float& v : config.region->values) v = v > 0.0F && v < 30.0F ? 1.0F : 0.0F;
  return config;
}

struct Score
{
  int cases = 0, held = 0, refused = 0;
  double seconds = 0.0;
};

void run_case(const bench::Sarcoma& sarcoma, Kind kind, std::uint64_t seed, Score& score)
{
  kind.plan.seed = kind.coil.seed = seed;
  kind.plan.lesion_centre = sarcoma.centre, kind.plan.lesion_radius = sarcoma.radius;
  const auto& grid = sarcoma.image.geometry;
  const sample_data::KnownDisplacement displacement(kind.plan, bench::middle_of(grid));
  // The coil comes before the technique where that is a matter of pixels, after it where it is one of tissue.
  const bool is_of_tissue = kind.technique == Technique::FatSuppressed;
  const auto source = is_of_tissue ? as_taken(sarcoma.image, kind.technique) : sarcoma.image;
  auto follow_up = sample_data::displaced_image(source, follow_up_grid(grid, kind.cut), displacement, kind.coil);
  if (!is_of_tissue) follow_up = as_taken(std::move(follow_up), kind.technique);
  const auto marks = bench::landmarks_of(sarcoma, follow_up.geometry, displacement);
  const double start = processor_seconds();
  const auto found = imaging::register_deformable(imaging::volume_of(sarcoma.image), imaging::volume_of(follow_up), around_tumour(sarcoma));
  score.seconds += processor_seconds() - start;
  ++score.cases;
  if (!found)
  {
    ++score.refused;
    std::printf("%-7s %s %3d  refused: %s\n", kind.name, sarcoma.id.c_str(), static_cast<int>(seed), found.failure().message().c_str());
    return;
  }
  std::vector<PatientPoint> places;
  for (const PatientPoint p : marks.fixed) places.push_back(found->fixed_to_moving(p));
  const auto errors = bench::place_errors(places, marks.moving);
  score.held += errors.inside >= 0.95 ? 1 : 0;
  std::printf("%-7s %s %3d  median %5.2f  p95 %5.2f  inside %5.1f %%  inconsistency %.1f  agreement %.2f %s\n", kind.name,
              sarcoma.id.c_str(), static_cast<int>(seed), errors.median, errors.p95, 100.0 * errors.inside,
              found->quality.inconsistency.value_or(Millimeters{0}).value(), found->quality.local_correlation,
              errors.inside >= 0.95 ? "" : "MISSED");
  std::fflush(stdout);
}
}  // namespace

int main(int argc, char** argv)
{
  const char* named = std::getenv("NADIR_TEST_DATA");
  const std::filesystem::path data = std::filesystem::path(named ? named : "../shared/data") / "sts";
  const int seeds = argc > 1 ? std::atoi(argv[1]) : 1;
  const std::vector<std::string> wanted(argv + std::min(argc, 2), argv + argc);
  std::vector<bench::Sarcoma> sarcomas;
  for (const char* id :
       {"STS_001", "STS_002", "STS_003", "STS_005", "STS_008", "STS_017", "STS_022", "STS_025", "STS_037", "STS_042", "STS_044", "STS_046"})
    if (auto sarcoma = bench::read_sarcoma(data / id)) sarcomas.push_back(std::move(*sarcoma));
  for (const auto& kind : kinds())
  {
    if (!wanted.empty() && std::ranges::find(wanted, kind.name) == wanted.end()) continue;
    Score score;
    std::uint64_t seed = 100;
    for (int round = 0; round < seeds; ++round)
      for (const auto& sarcoma : sarcomas) run_case(sarcoma, kind, ++seed, score);
    std::printf("== %-7s %d cases: %d hold (95 %% of points within %.1f mm), %d refused, %.2f s of processor time each\n", kind.name,
                score.cases, score.held, bench::slice_spacing, score.refused, score.seconds / std::max(score.cases, 1));
  }
}
