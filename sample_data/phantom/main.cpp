#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <string>

#include "sample_data/phantom/benchmark_series.h"
#include "sample_data/phantom/case_catalogue.h"
#include "sample_data/phantom/case_writer.h"
#include "sample_data/phantom/output_folder.h"
#include "sample_data/phantom/phantom_error.h"

namespace
{
using namespace nadir;
using namespace nadir::phantom;

constexpr int exit_failure = 1;
constexpr int exit_usage = 2;
constexpr int exit_fault = 3;

struct Arguments
{
  std::string out;
  std::string bench;
  std::string wanted_case;
  GeneratorOptions options;
  int bench_slices = BenchmarkSize{}.slices;
  bool list = false;
  bool matrix_given = false;
};

void say(const std::string& text) { std::fprintf(stderr, "%s\n", text.c_str()); }

int list_cases()
{
  for (const auto& plan : case_catalogue()) std::printf("%-28s %s\n", plan.name.c_str(), plan.description.c_str());
  return 0;
}

std::vector<CasePlan> chosen_cases(const std::string& wanted)
{
  std::vector<CasePlan> chosen;
  const auto& all = case_catalogue();
  std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
               [&](const CasePlan& plan) { return wanted.empty() || plan.name == wanted; });
  return chosen;
}

Result<Done> write_cases(const Arguments& arguments)
{
  const auto chosen = chosen_cases(arguments.wanted_case);
  if (chosen.empty()) return Failure{PhantomError::UnknownCase, "there is no case of this name (nothing was written). See --list."};
  if (const auto taken = take_folder(arguments.out); !taken) return taken;
  for (std::size_t n = 0; n < chosen.size(); ++n)
  {
    say("[" + std::to_string(n + 1) + "/" + std::to_string(chosen.size()) + "] " + chosen[n].name);
    if (const auto cleared = clear_subfolder(arguments.out, chosen[n].name); !cleared) return cleared;
    if (const auto written = write_case(chosen[n], arguments.options, std::filesystem::path(arguments.out) / chosen[n].name); !written)
      return written;
  }
  return Done{};
}

Result<Done> write_benchmark(const Arguments& arguments)
{
  BenchmarkSize size{.slices = arguments.bench_slices, .threads = arguments.options.threads};
  if (arguments.matrix_given) size.matrix = arguments.options.matrix;
  if (const auto taken = take_folder(arguments.bench); !taken) return taken;
  if (const auto cleared = clear_subfolder(arguments.bench, "series"); !cleared) return cleared;
  say("benchmark series: " + std::to_string(size.slices) + " slices, " + std::to_string(size.matrix) + " x " + std::to_string(size.matrix));
  return write_benchmark_series(size, std::filesystem::path(arguments.bench) / "series");
}

int report(const Result<Done>& result)
{
  if (result) return 0;
  say("nadir-phantom: " + std::string(result.failure().code()) + ": " + result.failure().message());
  return exit_failure;
}

void describe(CLI::App& app, Arguments& arguments)
{
  app.add_flag("--list", arguments.list, "List the cases and stop");
  app.add_option("--out", arguments.out, "Folder to write the cases into: new, empty, or an earlier output");
  app.add_option("--case", arguments.wanted_case, "Write this case only");
  app.add_option("--matrix", arguments.options.matrix, "Rows and columns of an image (224; with --bench 512)")->check(CLI::Range(64, 1024));
  app.add_option("--seed", arguments.options.seed, "Changes anatomy details, noise and identifiers");
  app.add_option("--threads", arguments.options.threads, "Threads; 0 = one per processor")->check(CLI::Range(0, 256));
  app.add_option("--bench", arguments.bench, "Write one large series for timing a loader into this folder, and no cases");
  app.add_option("--slices", arguments.bench_slices, "Slices of the series of --bench")->check(CLI::Range(1, 9999));
}

int run(const Arguments& arguments)
{
  if (arguments.list) return list_cases();
  if (!arguments.bench.empty()) return report(write_benchmark(arguments));
  if (!arguments.out.empty()) return report(write_cases(arguments));
  say("nadir-phantom: --out is missing (there is no place to write to). Give a folder, or --help.");
  return exit_usage;
}
}  // namespace

int main(int argc, char** argv)
{
  CLI::App app{"Writes synthetic thigh MRI with tumours of exactly known size, as DICOM, for tests and demonstrations."};
  Arguments arguments;
  describe(app, arguments);
  CLI11_PARSE(app, argc, argv);
  arguments.matrix_given = app.count("--matrix") > 0;
  try
  {
    return run(arguments);
  }
  catch (const std::exception& error)
  {
    say(std::string("nadir-phantom: a fault in this program (the sample data are incomplete): ") + error.what() + ". Please report it.");
    return exit_fault;
  }
}
