#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/response/protocol_option.h"
#include "cli/response/response_files.h"
#include "cli/talk.h"

namespace nadir::cli
{
namespace
{
struct RecistOptions
{
  std::string readings;
  std::string out;
  std::string protocol;
  std::string criteria;
  std::string explain;
  bool no_findings = false;
};

/// What is told at the end.
struct Tally
{
  std::size_t assessed = 0, refused = 0, warnings = 0;
};

void say_lines(const std::string& text)
{
  for (std::size_t begin = 0; begin < text.size();)
  {
    const auto end = std::min(text.find('\n', begin), text.size());
    say(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// Criteria of "irecist,who"; none when a word is not known.
std::optional<std::vector<measure::Criterion>> criteria_of(const std::string& list)
{
  std::vector<measure::Criterion> criteria;
  if (list == "all") return measure::all_criteria();
  for (const auto& word : list.empty() ? std::vector<std::string>{} : CLI::detail::split(list, ','))
  {
    const auto criterion = measure::parse_criterion(CLI::detail::trim_copy(word));
    if (!criterion)
    {
      std::string known;
      for (const auto each : measure::all_criteria()) known += (known.empty() ? "" : ", ") + std::string(name_of(each));
      say("nadir: there is no criterion \"" + word + "\". Use some of: " + known + ", or all.");
      return std::nullopt;
    }
    if (std::find(criteria.begin(), criteria.end(), *criterion) == criteria.end()) criteria.push_back(*criterion);
  }
  return criteria;
}

std::string count_of(std::size_t count, const std::string& what) { return std::to_string(count) + " " + what + (count == 1 ? "" : "s"); }

void say_end(const Tally& tally, const AssessmentPlan& plan)
{
  auto text = "nadir: " + count_of(tally.assessed, "subject") + " assessed, " + std::to_string(tally.refused) + " not assessed";
  if (tally.warnings > 0)
    text += ", " + count_of(tally.warnings, "warning") +
            (plan.depth == Depth::Findings ? " (in findings.json)" : " (run without --no-findings to read them)");
  say(text + ".");
}

/// Runs all subjects into the files. Nothing is kept when it is stopped or a file cannot be written.
ExitCode write_all(const reading::TableIndex& index, const AssessmentPlan& plan, const std::string& folder)
{
  auto files = ResponseFiles::create(folder, plan);
  if (!files) return tell(files.failure());
  const auto progress = terminal_progress("Subject");
  Tally tally;
  std::optional<Failure> failure;
  bool stopped = false;
  assess_table(index, plan,
               [&](AssessedPart part)
               {
                 say_lines(part.problems);
                 tally.assessed += part.subjects;
                 tally.refused += part.refused.size();
                 tally.warnings += part.warnings;
                 failure = part.failure;
                 if (const auto written = files->append(part); !written) failure = written.failure();
                 stopped = !progress(tally.assessed + tally.refused, index.subjects().size());
                 return !failure && !stopped;
               });
  if (failure) return tell(*failure);
  if (stopped) return ExitCode::Cancelled;
  if (const auto kept = files->keep(); !kept) return tell(kept.failure());
  say_end(tally, plan);
  return tally.assessed > 0 ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode explain(const reading::TableIndex& index, AssessmentPlan plan, const std::string& name)
{
  plan.depth = Depth::Findings;
  const auto& subjects = index.subjects();
  const auto subject = std::find_if(subjects.begin(), subjects.end(), [&](const auto& known) { return known.name == name; });
  if (subject == subjects.end())
  {
    say("nadir: there is no subject \"" + name + "\" in " + index.path().string() + ". Write it as in the column subject.");
    return ExitCode::Refused;
  }
  const auto explained = explain_subject(index, plan, *subject);
  say_lines(explained.problems);
  std::fwrite(explained.text.data(), 1, explained.text.size(), stdout);
  return explained.text.empty() ? ExitCode::Refused : ExitCode::Ok;
}

ExitCode run_recist(const RecistOptions& options)
{
  if (options.out.empty() && options.explain.empty())
  {
    say("nadir: give --out DIR, --explain SUBJECT or both.");
    return ExitCode::Usage;
  }
  const auto criteria = criteria_of(options.criteria);
  if (!criteria) return ExitCode::Usage;
  const auto protocol = protocol_of(options.protocol);
  if (!protocol) return ExitCode::Refused;
  const auto index = reading::TableIndex::build(options.readings, reading::ReadingsTable::needed_columns());
  if (!index) return tell(index.failure());
  for (const auto& problem : index->problems()) say(in_words(options.readings, problem));
  for (const auto& doubt : reading::ReadingsTable(*index).columns().doubtful()) say(options.readings + ":1: " + doubt);
  const AssessmentPlan plan{*protocol, *criteria, options.no_findings ? Depth::Responses : Depth::Findings};
  print_protocol(plan.protocol);
  const auto written = options.out.empty() ? ExitCode::Ok : write_all(*index, plan, options.out);
  return written == ExitCode::Ok && !options.explain.empty() ? explain(*index, plan, options.explain) : written;
}
} // namespace

void add_recist_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("recist", "Derives the response of every subject of a table of readings (CSV)");
  auto options = std::make_shared<RecistOptions>();
  command->add_option("READINGS", options->readings, "Table: subject,reader,timepoint,date,lesion,role,organ,nodal,state,diameter_mm,...")
      ->required();
  command->add_option("--out", options->out, "Folder for responses.csv, best_response.csv, findings.json, criteria.csv, protocol.json");
  command->add_option("--protocol", options->protocol, "Protocol file (JSON)");
  command->add_option("--criteria", options->criteria,
                      "Other criteria beside it: irecist,mrecist,choi_mr,who,volumetric,viable_volume or all");
  command->add_option("--explain", options->explain, "Print the derivation of this subject in words");
  command->add_flag("--no-findings", options->no_findings, "Only categories: no findings.json, columns p_cr to p_pd empty, much faster");
  command->callback([options, &exit_code] { exit_code = run_recist(*options); });
}
} // namespace nadir::cli
