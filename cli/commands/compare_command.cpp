#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/output/comparability_json.h"
#include "cli/talk.h"
#include "measure/assessment/compare_folders.h"

namespace nadir::cli
{
namespace
{
struct CompareOptions
{
  measure::FolderPair folders;
  bool as_json = false;
};

/// A stop is a question to a person: it has the exit code of one, and the report is printed all the same.
ExitCode compare(const CompareOptions& options)
{
  const auto compared = measure::compare_folders(options.folders, terminal_progress("Reading file"));
  if (!compared) return tell(compared.failure());
  const auto& reports = compared->reports;
  const auto text = options.as_json ? comparability_json(reports) : comparability_text(reports);
  std::fwrite(text.data(), 1, text.size(), stdout);
  for (const auto& question : compared->questions) say("nadir: " + question.text + " [" + question.key + "]");
  const bool stops = std::any_of(reports.begin(), reports.end(),
                                 [](const auto& report) { return report.severity() == measure::ComparabilitySeverity::Stop; });
  if (stops)
    say("nadir: these examinations should not be compared as they are (the items marked stop say why). nadir assess asks for --confirm "
        "comparability where a lesion was measured on both, and carries none over from one plane to another.");
  return stops || !compared->questions.empty() ? ExitCode::Question : ExitCode::Ok;
}
}  // namespace

void add_compare_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command =
      app.add_subcommand("compare", "Tells whether two examinations can be compared, and what their technique alone does to the numbers");
  auto options = std::make_shared<CompareOptions>();
  command->add_option("BASELINE", options->folders.baseline, "Folder of the images at baseline")->required();
  command->add_option("FOLLOWUP", options->folders.followup, "Folder of the images at follow-up")->required();
  auto* before = command->add_option("--mask-baseline", options->folders.baseline_mask, "Mask of the lesions at baseline");
  auto* after = command->add_option("--mask-followup", options->folders.followup_mask, "Mask of the lesions at follow-up");
  before->needs(after);
  after->needs(before);
  command->add_flag("--json", options->as_json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = compare(*options); });
}
}  // namespace nadir::cli
