// Runs the benchmarks and prints each goal as a ratio within this run; the exit code says whether all goals were met.
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/bench_data.h"

extern char** environ;

namespace
{
namespace fs = std::filesystem;

fs::path program_folder() { return fs::read_symlink("/proc/self/exe").parent_path(); }

void run_program(std::vector<std::string> words)
{
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  int status = 0;
  if (posix_spawn(&child, words[0].c_str(), nullptr, nullptr, arguments.data(), environ) != 0 || waitpid(child, &status, 0) != child ||
      status != 0)
    throw std::runtime_error(words[0] + " failed");
}

/// Keeps the real time of each benchmark, in seconds, beside the usual output.
class TimeKeeper : public benchmark::ConsoleReporter
{
public:
  void ReportRuns(const std::vector<Run>& runs) override
  {
    for (const auto& run : runs)
      if (!run.error_occurred) seconds_[run.run_name.function_name] = run.real_accumulated_time / static_cast<double>(run.iterations);
    ConsoleReporter::ReportRuns(runs);
  }

  bool has(const std::string& name) const { return seconds_.contains(name); }
  double seconds(const std::string& name) const { return seconds_.at(name); }

private:
  std::map<std::string, double> seconds_;
};

struct Goal
{
  std::string what;
  std::string slow;
  std::string fast;
  double at_least;
};

bool check(const TimeKeeper& times, const Goal& goal)
{
  if (!times.has(goal.slow) || !times.has(goal.fast)) return true;
  const double ratio = times.seconds(goal.slow) / times.seconds(goal.fast);
  const bool met = ratio >= goal.at_least;
  std::printf("%-60s %8.1fx  (goal %gx) %s\n", goal.what.c_str(), ratio, goal.at_least, met ? "met" : "MISSED");
  return met;
}

bool check_longest_diameter_limit(const TimeKeeper& times)
{
  const std::string name = "LongestDiameter24cm";
  if (!times.has(name)) return true;
  const double milliseconds = 1000.0 * times.seconds(name);
  std::printf("%-60s %8.1f ms (limit 50 ms) %s\n", "longest diameter of a 24 cm lesion", milliseconds,
              milliseconds < 50.0 ? "met" : "MISSED");
  return milliseconds < 50.0;
}
}  // namespace

std::string nadir::bench::slices_folder()
{
  const auto folder = program_folder().parent_path() / "bench-slices";
  if (!fs::exists(folder / "complete"))
  {
    fs::remove_all(folder);
    run_program(
        {(program_folder() / "nadir-phantom").string(), "--bench", (folder / "series").string(), "--slices", "1000", "--matrix", "512"});
    std::fclose(std::fopen((folder / "complete").c_str(), "w"));
  }
  return (folder / "series" / "series").string();
}

int main(int argc, char** argv)
{
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  if (!nadir::bench::loads_the_same_pixels_as_itk())
  {
    std::printf("The two loaders give different pixels: their times cannot be compared.\n");
    return 1;
  }
  TimeKeeper times;
  benchmark::RunSpecifiedBenchmarks(&times);
  bool met = check(times, {"load 1,000 slices, ITK GDCM series reader / Nadir", "LoadSeriesItkGdcm", "LoadSeriesNadir", 4.0});
  met = check(times, {"load 1,000 slices / first image", "LoadSeriesNadir", "FirstImageNadir", 5.0}) && met;
  met = check(times, {"longest diameter, all pairs / Nadir", "LongestDiameterAllPairs24cm", "LongestDiameter24cm", 100.0}) && met;
  met = check_longest_diameter_limit(times) && met;
  return met ? 0 : 1;
}
