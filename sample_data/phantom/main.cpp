#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

#include "sample_data/phantom/case_catalogue.h"
#include "sample_data/phantom/case_writer.h"
#include "sample_data/phantom/phantom_error.h"

namespace
{
using namespace nadir;
using namespace nadir::phantom;
namespace fs = std::filesystem;

constexpr const char* marker_name = ".nadir-phantom";

struct Arguments
{
  std::string out;
  std::string wanted_case;
  GeneratorOptions options;
};

void say(const std::string& text) { std::fprintf(stderr, "%s\n", text.c_str()); }

int list_cases()
{
  for (const auto& plan : case_catalogue()) std::printf("%-28s %s\n", plan.name.c_str(), plan.description.c_str());
  return 0;
}

/// An empty or new folder, or one that this program marked as its own.
Result<Done> take_folder(const fs::path& folder)
{
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Failure{PhantomError::CannotWrite, "the output folder could not be created (nothing can be written). Choose another one."};
  if (!fs::exists(folder / marker_name, error) && !fs::is_empty(folder, error))
    return Failure{PhantomError::FolderInUse, "the output folder holds files that this program did not make (they could be overwritten). Choose an empty or new folder."};
  std::ofstream(folder / marker_name) << "Sample data of nadir-phantom; may be deleted and generated again.\n";
  return Done{};
}

Result<Done> write_one(const CasePlan& plan, const Arguments& arguments)
{
  const auto folder = fs::path(arguments.out) / plan.name;
  std::error_code error;
  fs::remove_all(folder, error);
  say(plan.name);
  return write_case(plan, arguments.options, folder);
}

Result<Done> write_cases(const Arguments& arguments)
{
  const auto& cases = case_catalogue();
  const auto is_wanted = [&](const CasePlan& plan) { return arguments.wanted_case.empty() || plan.name == arguments.wanted_case; };
  if (std::none_of(cases.begin(), cases.end(), is_wanted))
    return Failure{PhantomError::UnknownCase, "there is no case of this name (nothing was written). See --list."};
  if (const auto taken = take_folder(arguments.out); !taken) return taken;
  for (const auto& plan : cases)
    if (is_wanted(plan))
      if (const auto written = write_one(plan, arguments); !written) return written;
  return Done{};
}

int report(const Result<Done>& result)
{
  if (result) return 0;
  say("nadir-phantom: " + std::string(result.failure().code()) + ": " + result.failure().message());
  return 1;
}
}  // namespace

int main(int argc, char** argv)
{
  CLI::App app{"Writes synthetic thigh MRI with tumours of exactly known size, as DICOM, for tests and demonstrations."};
  Arguments arguments;
  bool list = false;
  app.add_flag("--list", list, "List the cases and stop");
  app.add_option("--out", arguments.out, "Folder to write into: new, empty, or an earlier output");
  app.add_option("--case", arguments.wanted_case, "Write this case only");
  app.add_option("--matrix", arguments.options.matrix, "Rows and columns of an image")->check(CLI::Range(64, 1024));
  app.add_option("--seed", arguments.options.seed, "Changes anatomy details, noise and identifiers");
  app.add_option("--threads", arguments.options.threads, "Threads; 0 = one per processor")->check(CLI::Range(0, 256));
  CLI11_PARSE(app, argc, argv);
  if (list) return list_cases();
  if (arguments.out.empty())
  {
    say("nadir-phantom: --out is missing (there is no place to write to). Give a folder, or --help.");
    return 2;
  }
  try
  {
    return report(write_cases(arguments));
  }
  catch (const std::exception& error)
  {
    say(std::string("nadir-phantom: a fault in this program (the sample data are incomplete): ") + error.what() + ". Please report it.");
    return 3;
  }
}
