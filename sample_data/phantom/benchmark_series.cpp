#include "sample_data/phantom/benchmark_series.h"

#include <vector>

#include "sample_data/phantom/counter_random.h"
#include "sample_data/phantom/first_failure.h"
#include "sample_data/phantom/mr_series.h"
#include "sample_data/phantom/parallel_for.h"
#include "sample_data/phantom/phantom_error.h"
#include "sample_data/phantom/slice_file.h"
#include "sample_data/phantom/uid.h"

namespace nadir::phantom
{
namespace
{
constexpr std::uint64_t seed = 1;

MrSeries series_of(const BenchmarkSize& size)
{
  const auto name = "nadir-phantom/benchmark/" + std::to_string(size.matrix) + "/" + std::to_string(size.slices);
  const double half = -0.25 * (size.matrix - 1);
  const auto grid = ImageGeometry::make({size.matrix, size.matrix, size.slices}, {0.5, 0.5, 1.0}, {half, half, 0.0}, {});
  const Examination examination{.patient_name = "PHANTOM^BENCHMARK",
                                .patient_id = "PHANTOM-BENCHMARK",
                                .description = "Benchmark",
                                .study_uid = uid_of(name + "/study", seed),
                                .frame_of_reference_uid = uid_of(name + "/frame", seed),
                                .date = "20240115",
                                .time = "101500"};
  return {.examination = examination,
          .sequence = t1_sequence(),
          .acquisition = {grid.value(), 1.0},
          .series_uid = uid_of(name, seed),
          .uid_stem = name,
          .seed = seed};
}

std::vector<std::uint16_t> shaded_disc(int matrix)
{
  std::vector<std::uint16_t> pixels;
  pixels.reserve(static_cast<std::size_t>(matrix) * static_cast<std::size_t>(matrix));
  for (int j = 0; j < matrix; ++j)
    for (int i = 0; i < matrix; ++i)
    {
      const double x = 2.0 * i / matrix - 1.0, y = 2.0 * j / matrix - 1.0;
      pixels.push_back(static_cast<std::uint16_t>(x * x + y * y < 0.7 ? 600 + 200 * x - 150 * y : 20));
    }
  return pixels;
}

/// Five random bits added to every pixel; one hash serves twelve pixels.
std::vector<std::uint16_t> with_noise(std::vector<std::uint16_t> pixels, int k)
{
  constexpr std::size_t share = 12;
  const CounterRandom random(seed, "benchmark/" + std::to_string(k));
  for (std::size_t first = 0; first < pixels.size(); first += share)
  {
    auto bits = random.bits(first / share);
    for (std::size_t n = first; n < std::min(first + share, pixels.size()); ++n, bits >>= 5)
      pixels[n] = static_cast<std::uint16_t>(pixels[n] + (bits & 31));
  }
  return pixels;
}
}  // namespace

Result<Done> write_benchmark_series(const BenchmarkSize& size, const std::filesystem::path& folder)
{
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return Failure{PhantomError::CannotWrite, "the folder of the series could not be created (nothing was written). Choose another one."};
  const auto series = series_of(size);
  const auto base = shaded_disc(size.matrix);
  FirstFailure failure;
  parallel_for(size.slices, size.threads,
               [&](int k) { failure.note(write_mr_slice(folder / slice_file(k + 1), series, k, with_noise(base, k))); });
  return failure.outcome();
}
}  // namespace nadir::phantom
