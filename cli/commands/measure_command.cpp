#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/output/size_json.h"
#include "cli/talk.h"
#include "imaging/dicom/scan.h"
#include "measure/assessment/identity_check.h"

namespace nadir::cli
{
namespace
{
struct MeasureOptions
{
  std::string mask;
  std::string images;
  std::vector<std::string> confirmed;
  bool as_json = false;
};

Result<imaging::Scan> scan_of(const std::string& folder)
{
  if (folder.empty()) return imaging::Scan{};
  imaging::ScanConfig config;
  config.progress = terminal_progress("Reading file");
  return imaging::scan(folder, config);
}

measure::TimepointImages images_of(imaging::Scan scan)
{
  measure::TimepointImages images;
  images.label = TimepointLabel{"image"};
  if (!scan.studies.empty()) images.identity = scan.studies.front().patient;
  images.scan = std::move(scan);
  return images;
}

ExitCode print(const std::vector<measure::MeasuredLabel>& labels, bool as_json)
{
  const auto text = as_json ? size_json(labels) : size_text(labels);
  std::fwrite(text.data(), 1, text.size(), stdout);
  for (const auto& measured : labels)
    if (!measured.size) say("nadir: label " + std::to_string(measured.label) + ": " + measured.size.failure().message());
  const bool any = std::any_of(labels.begin(), labels.end(), [](const auto& measured) { return measured.size.has_value(); });
  return any ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode measure_file(const MeasureOptions& options)
{
  auto scan = scan_of(options.images);
  if (!scan) return tell(scan.failure().in_context(options.images));
  const auto images = images_of(std::move(scan).value());
  if (!options.images.empty() && images.stacks().empty())
  {
    for (const auto& file : images.scan.refused) say("refused " + file.path.string() + ": " + file.reason.message());
    say("nadir: " + options.images +
        " holds no images that can be used, so the mask could not be checked. Leave --image out to measure the mask alone.");
    return ExitCode::Refused;
  }
  const auto labels = measure::measure_mask(options.mask, images, {options.confirmed.begin(), options.confirmed.end()});
  return labels ? print(*labels, options.as_json) : tell(labels.failure().in_context(options.mask));
}
}  // namespace

void add_measure_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("measure", "Measures every lesion of a mask: NIfTI, NRRD, DICOM SEG or RTSTRUCT");
  auto options = std::make_shared<MeasureOptions>();
  command->add_option("--mask", options->mask, "Mask file")->required();
  command->add_option("--image", options->images, "Folder of the images it was drawn on");
  command->add_option("--confirm", options->confirmed, "Questions that a person has answered with yes, e.g. patient-id,mask-images")
      ->delimiter(',')
      ->check(CLI::IsMember(measure::question_keys()));
  command->add_flag("--json", options->as_json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = measure_file(*options); });
}
}  // namespace nadir::cli
