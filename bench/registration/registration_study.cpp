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

/// A change between two dates; `cut`: share of the follow-up's slices that are missing at its lower end.
struct Kind
{
  const char* name;
  sample_data::DisplacementPlan plan;
  sample_data::CoilPlan coil;
  double cut = 0.0;
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
          {"cut", Plan{.lesion_factor = 0.8}, Coil{}, 0.25}};
}

ImageGeometry follow_up_grid(const ImageGeometry& grid, double cut)
{
  const int left_out = static_cast<int>(cut * grid.size().k);
  const GridSize size{grid.size().i, grid.size().j, grid.size().k - left_out};
  return ImageGeometry::make(size, grid.spacing(), grid.voxel_to_patient(VoxelIndex{0, 0, left_out}), grid.axes()).value();
}

double processor_seconds()
{
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec); };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
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
  const auto follow_up = sample_data::displaced_image(sarcoma.image, follow_up_grid(grid, kind.cut), displacement, kind.coil);
  const auto marks = bench::landmarks_of(sarcoma, follow_up.geometry, displacement);
  const double start = processor_seconds();
  const auto found = imaging::register_deformable(imaging::volume_of(sarcoma.image), imaging::volume_of(follow_up));
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
  for (const char* id : {"STS_001", "STS_002", "STS_003", "STS_005", "STS_008", "STS_017", "STS_022", "STS_025", "STS_037", "STS_042",
                         "STS_044", "STS_046"})
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
