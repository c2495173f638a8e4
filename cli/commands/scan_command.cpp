#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/output/scan_json.h"
#include "cli/talk.h"
#include "imaging/dicom/scan.h"

namespace nadir::cli
{
namespace
{
struct ScanOptions
{
  std::string folder;
  bool as_json = false;
  int threads = 0;
};

ExitCode scan_folder(const ScanOptions& options)
{
  imaging::ScanConfig config;
  config.threads = options.threads;
  config.progress = terminal_progress("Reading file");
  const auto scan = imaging::scan(options.folder, config);
  if (!scan) return tell(scan.failure().in_context(options.folder));
  const auto text = options.as_json ? scan_json(*scan) : scan_text(*scan);
  std::fwrite(text.data(), 1, text.size(), stdout);
  for (const auto& file : scan->refused) say("refused " + file.path.string() + ": " + file.reason.message());
  const bool nothing = scan->studies.empty() && scan->others.empty();
  if (nothing) say("nadir: " + options.folder + " holds no DICOM that can be used. Check the folder.");
  return nothing ? ExitCode::Refused : ExitCode::Ok;
}
}  // namespace

void add_scan_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("scan", "Finds studies, series and volumes in a folder or DICOMDIR and certifies their geometry");
  auto options = std::make_shared<ScanOptions>();
  command->add_option("DIR", options->folder, "Folder, DICOMDIR or file")->required();
  command->add_flag("--json", options->as_json, "Print JSON");
  command->add_option("--threads", options->threads, "Threads (0 = all processors)")->check(CLI::Range(0, 256));
  command->callback([options, &exit_code] { exit_code = scan_folder(*options); });
}
}  // namespace nadir::cli
