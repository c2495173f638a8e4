// `nadir export` in every format, from the case on the disk to the certificate: reading images, measuring, writing and reading back. The
// case is a phantom with two dates, three lesions and masks.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/export/export_bench.h"
#include "imaging/units/number_text.h"

namespace
{
namespace fs = std::filesystem;

bool run(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

double seconds_of(const std::string& command, bool& succeeded)
{
  const auto begin = std::chrono::steady_clock::now();
  succeeded = run(command) && succeeded;
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}
}  // namespace

bool nadir::bench::all_formats_are_quick(const char* program)
{
  constexpr double limit = 2.0;
  const fs::path programs = fs::absolute(program).parent_path(), folder = programs.parent_path() / "bench-export";
  const std::string nadir = "'" + (programs / "nadir").string() + "'", phantom = "'" + (programs / "nadir-phantom").string() + "'";
  fs::remove_all(folder);
  bool succeeded = run(phantom + " --case nodal-calipers --out '" + (folder / "cases").string() + "'");
  const std::string command =
      nadir + " export '" + (folder / "cases/nodal-calipers/case.json").string() +
      "' --format json,html,pdf,dicom-sr,dicom-seg,dicom-adc,dicom-key-images,dicom-pdf,sdtm,fhir,redcap,tidy --out '" +
      (folder / "out").string() + "'";
  std::vector<double> times;
  for (int k = 0; k < 5; ++k) times.push_back(seconds_of(command, succeeded));
  std::ranges::sort(times);
  const double ratio = limit / times[times.size() / 2];
  std::printf("every format of a case with two dates and three lesions: %s s; %sx under the limit of 2 s  %s\n",
              format_fixed(times[times.size() / 2], 2).c_str(), format_fixed(ratio, 1).c_str(),
              ratio >= 1.0 && succeeded ? "met" : "MISSED");
  return ratio >= 1.0 && succeeded;
}
