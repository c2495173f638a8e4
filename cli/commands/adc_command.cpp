#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "imaging/dicom/scan.h"
#include "imaging/diffusion/adc_map.h"
#include "imaging/diffusion/diffusion_series.h"
#include "imaging/storage/write_file.h"
#include "imaging/units/number_text.h"
#include "imaging/volume/nrrd.h"

namespace nadir::cli
{
namespace
{
struct AdcOptions
{
  std::string folder;
  std::string series;
  std::string out;
};

std::vector<imaging::DiffusionSeries> candidates(const imaging::Scan& scan, const std::string& series)
{
  std::vector<imaging::DiffusionSeries> found;
  for (const auto& study : scan.studies)
    for (const auto& diffusion : imaging::diffusion_series(study))
      if (series.empty() || diffusion.series.text() == series) found.push_back(diffusion);
  return found;
}

void describe(const imaging::AdcMap& adc, const imaging::DiffusionSeries& series)
{
  std::string b_values;
  for (const double b : adc.b_values) b_values += (b_values.empty() ? "" : ", ") + format_number(b);
  say("ADC from b = " + b_values + " s/mm2, unit 1e-6 mm2/s; " + format_fixed(100.0 * adc.masked_share, 1) + " % of the voxels masked");
  if (!adc.noise_sigma) say("warning: the noise is unknown (no air in the corners): only voxels without signal are masked");
  if (series.scanner_adc) say("note: the scanner gives an ADC map of its own, series " + series.scanner_adc->id);
}

ExitCode no_choice(std::size_t found)
{
  say(found == 0 ? "nadir: there is no diffusion series with two b-values on one grid, so no ADC can be computed. nadir scan tells which "
                   "b-value each stack has and how many slices."
                 : "nadir: there are " + std::to_string(found) +
                       " diffusion series. Choose one with --series and its Series Instance UID (see nadir scan).");
  return ExitCode::Refused;
}

ExitCode compute_adc(const AdcOptions& options)
{
  const auto scan = imaging::scan(options.folder);
  if (!scan) return tell(scan.failure().in_context(options.folder));
  const auto found = candidates(*scan, options.series);
  if (found.size() != 1) return no_choice(found.size());
  const auto adc = imaging::load_adc_map(found.front());
  if (!adc) return tell(adc.failure());
  if (const auto written = imaging::write_file(options.out, imaging::to_nrrd(*adc->map)); !written) return tell(written.failure());
  describe(*adc, found.front());
  return ExitCode::Ok;
}
}  // namespace

void add_adc_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("adc", "Computes an ADC map from the b-values of a diffusion series");
  auto options = std::make_shared<AdcOptions>();
  command->add_option("DIR", options->folder, "Folder of the images")->required();
  command->add_option("--series", options->series, "Series Instance UID, when there are several");
  command->add_option("--out", options->out, "NRRD file to write, unit 1e-6 mm2/s")->required();
  command->callback([options, &exit_code] { exit_code = compute_adc(*options); });
}
}  // namespace nadir::cli
