#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/response/protocol_option.h"
#include "cli/talk.h"
#include "cli/version.h"
#include "imaging/storage/write_files.h"
#include "measure/assessment/assess_case.h"
#include "measure/assessment/case_file.h"
#include "measure/assessment/case_file_digest.h"
#include "measure/assessment/identity_check.h"
#include "measure/assessment/two_timepoint_case.h"
#include "report/document/html_report.h"
#include "report/pdf/pdf_report.h"
#include "report/table/assessment_json.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;

struct AssessOptions
{
  std::string case_file;
  measure::TwoTimepoints two;
  std::vector<std::string> confirmed;
  std::string protocol;
  std::string paper = "a4";
  std::string out;

  bool is_shorthand() const { return case_file.empty(); }
  bool shorthand_is_whole() const
  {
    return !two.baseline_folder.empty() && !two.followup_folder.empty() && !two.baseline_mask.empty() && !two.followup_mask.empty();
  }
};

Result<measure::Case> case_of(const AssessOptions& options)
{
  auto result = options.is_shorthand() ? measure::case_of(options.two) : measure::read_case_file(options.case_file);
  if (result) result->confirmed.insert(options.confirmed.begin(), options.confirmed.end());
  return result;
}

/// The protocol of --protocol, or of the case. False when there are two, or when it cannot be used; every reason was told.
bool read_protocol(const AssessOptions& options, measure::Case& input)
{
  if (!options.protocol.empty() && !input.protocol_file.empty())
  {
    say("nadir: the case names the protocol " + input.protocol_file.string() +
        ", and --protocol another (only one can hold). Give one of the two.");
    return false;
  }
  if (!options.protocol.empty()) input.protocol_file = options.protocol;
  const auto protocol = protocol_of(input.protocol_file.string());
  if (protocol) input.protocol = *protocol;
  return protocol.has_value();
}

Result<Done> write_outputs(const measure::Assessment& assessment, const fs::path& folder, const report::Paper& paper)
{
  std::error_code problem;
  fs::create_directories(folder, problem);
  const auto document = report::to_json(assessment), page = report::to_html(assessment);
  const auto pdf = report::to_pdf(assessment, paper);
  if (pdf.lacks_glyphs)
    say("warning: this system has no font for some characters of report.pdf (boxes stand for them). Read names in report.html.");
  return imaging::write_files(folder, {{"assessment.json", document}, {"report.html", page}, {"report.pdf", pdf.bytes}});
}

/// The assessment, and the case file that it was made from.
Result<measure::Assessment> assessment_of(const measure::Case& input, const AssessOptions& options)
{
  auto assessment = measure::assess_case(input, terminal_progress("Step"));
  if (!assessment || options.is_shorthand()) return assessment;
  auto digest = measure::case_file_digest(options.case_file);
  if (!digest) return digest.failure();
  assessment->inputs.insert(assessment->inputs.begin(), std::move(*digest));
  return assessment;
}

/// What a reader must not overlook also when the report stays unread.
void tell_warnings(const measure::Assessment& assessment)
{
  for (const auto& warning : assessment.warnings) say("warning: " + warning);
  for (const auto& timepoint : assessment.timepoints)
  {
    for (const auto& warning : timepoint.warnings) say("warning at \"" + timepoint.label.text() + "\": " + warning);
    for (const auto& lesion : timepoint.lesions)
      for (const auto& warning : lesion.warnings)
        say("warning at \"" + timepoint.label.text() + "\", lesion " + lesion.lesion.id.text() + ": " + warning);
  }
}

void summarise(const measure::Assessment& assessment, const fs::path& folder)
{
  for (const auto& difference : assessment.protocol_differences) say("protocol: " + difference);
  for (const auto& timepoint : assessment.timepoints)
  {
    std::string line = timepoint.label.text() + ": " + timepoint.response.overall_response + "\n";
    for (const auto& flag : timepoint.flags) line += "  flag " + flag.id + ": " + flag.explanation + "\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  const auto line = "report: " + (folder / "report.html").string() + " and report.pdf\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
}

ExitCode assess(const AssessOptions& options)
{
  if (options.is_shorthand() && !options.shorthand_is_whole())
  {
    say("nadir assess: give a CASE.json, or all of --baseline, --followup, --mask-baseline and --mask-followup.");
    return ExitCode::Usage;
  }
  auto input = case_of(options);
  if (!input) return tell(input.failure());
  if (!read_protocol(options, *input)) return ExitCode::Refused;
  auto assessment = assessment_of(*input, options);
  if (!assessment) return tell(assessment.failure());
  assessment->software_version = "nadir " + std::string(version);
  if (auto written = write_outputs(*assessment, options.out, *report::paper_named(options.paper)); !written) return tell(written.failure());
  tell_warnings(*assessment);
  summarise(*assessment, options.out);
  return ExitCode::Ok;
}
}  // namespace

void add_assess_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command =
      app.add_subcommand("assess", "Assesses a case: measurements, RECIST 1.1 response, report.html, report.pdf and assessment.json");
  auto options = std::make_shared<AssessOptions>();
  auto* case_file = command->add_option("CASE", options->case_file, "Case file (JSON)");
  for (const auto& [name, target, help] : {std::tuple{"--baseline", &options->two.baseline_folder, "Folder of the baseline images"},
                                           std::tuple{"--followup", &options->two.followup_folder, "Folder of the follow-up images"},
                                           std::tuple{"--mask-baseline", &options->two.baseline_mask, "Mask of the lesions at baseline"},
                                           std::tuple{"--mask-followup", &options->two.followup_mask, "Mask of the lesions at follow-up"}})
    command->add_option(name, *target, help)->excludes(case_file);
  command->add_option("--confirm", options->confirmed, "Questions that a person has answered with yes, e.g. patient-id,order")
      ->delimiter(',')
      ->check(CLI::IsMember(measure::question_keys()));
  command->add_option("--protocol", options->protocol, "Protocol file of the trial (JSON); the case can name it, too");
  command->add_option("--paper", options->paper, "Paper of report.pdf: a4 or letter")
      ->check(CLI::IsMember({"a4", "letter"}))
      ->capture_default_str();
  command->add_option("--out", options->out, "Folder for assessment.json, report.html and report.pdf")
      ->required()
      ->check([](const std::string& folder) { return folder.empty() ? std::string("must name a folder") : std::string{}; });
  command->callback([options, &exit_code] { exit_code = assess(*options); });
}
}  // namespace nadir::cli
