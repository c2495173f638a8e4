#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/response/protocol_option.h"
#include "cli/response/response_files.h"
#include "cli/talk.h"
#include "reading/table/readings_source.h"
#include "reading/table/sdtm/sdtm_source.h"

namespace nadir::cli
{
namespace
{
struct RecistOptions
{
  std::string readings;
  std::string identification;  ///< TU
  std::string results;         ///< TR
  std::string not_read;        ///< DM, RS
  std::string out;
  std::string protocol;
  std::string criteria;
  std::string explain;
  bool no_findings = false;
};

/// What is told at the end.
struct Tally
{
  std::size_t assessed = 0, refused = 0, warnings = 0, shown_warnings = 0;
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
            (plan.depth == Depth::Findings ? " (all are in findings.json)" : " (run without --no-findings to read them all)");
  say(text + ".");
}

/// Runs all subjects into the files. Nothing is kept when it is stopped or a file cannot be written.
ExitCode write_all(const reading::SubjectSource& source, const AssessmentPlan& plan, const std::string& folder)
{
  auto files = ResponseFiles::create(folder, plan);
  if (!files) return tell(files.failure());
  const auto progress = terminal_progress("Subject");
  Tally tally;
  std::optional<Failure> failure;
  bool stopped = false;
  assess_table(source, plan,
               [&](AssessedPart part)
               {
                 say_lines(part.problems);
                 for (const auto& warning : part.shown_warnings)
                   if (tally.shown_warnings++ < most_shown_warnings) say(warning);
                 tally.assessed += part.subjects;
                 tally.refused += part.refused.size();
                 tally.warnings += part.warnings;
                 failure = part.failure;
                 if (const auto written = files->append(part); !written) failure = written.failure();
                 stopped = !progress(tally.assessed + tally.refused, source.count());
                 return !failure && !stopped;
               });
  if (failure) return tell(*failure);
  if (stopped) return ExitCode::Cancelled;
  if (const auto kept = files->keep(); !kept) return tell(kept.failure());
  say_end(tally, plan);
  return tally.assessed > 0 ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode explain(const reading::SubjectSource& source, AssessmentPlan plan, const std::string& name)
{
  plan.depth = Depth::Findings;
  std::size_t subject = 0;
  while (subject < source.count() && source.name(subject) != name) ++subject;
  if (subject == source.count())
  {
    say("nadir: there is no subject \"" + name + "\" in " + source.file() + ". Write it as in the table.");
    return ExitCode::Refused;
  }
  const auto explained = explain_subject(source, plan, subject);
  say_lines(explained.problems);
  std::fwrite(explained.text.data(), 1, explained.text.size(), stdout);
  return explained.text.empty() ? ExitCode::Refused : ExitCode::Ok;
}

/// What is wrong with the words of the command; empty when nothing is.
std::string mistake_in(const RecistOptions& options)
{
  const bool any_sdtm = !options.identification.empty() || !options.results.empty();
  if (any_sdtm && (options.identification.empty() || options.results.empty())) return "give both tables, --tu TU.csv and --tr TR.csv";
  if (any_sdtm == !options.readings.empty()) return "give READINGS.csv or --tu TU.csv --tr TR.csv";
  if (options.out.empty() && options.explain.empty()) return "give --out DIR, --explain SUBJECT or both";
  return {};
}

/// The tables that were named; none when they cannot be used (told on stderr).
std::unique_ptr<reading::SubjectSource> source_of(const RecistOptions& options, Depth depth)
{
  const auto owned = [](auto opened) -> std::unique_ptr<reading::SubjectSource>
  {
    if (!opened) tell(opened.failure());
    if (!opened) return nullptr;
    return std::make_unique<std::decay_t<decltype(*opened)>>(std::move(*opened));
  };
  if (options.readings.empty()) return owned(reading::sdtm::SdtmSource::open(options.identification, options.results));
  const bool is_kept = depth == Depth::Findings || !options.explain.empty();
  return owned(reading::ReadingsSource::open(options.readings, is_kept ? reading::KeepCells::Yes : reading::KeepCells::No));
}

ExitCode run_recist(const RecistOptions& options)
{
  if (const auto mistake = mistake_in(options); !mistake.empty())
  {
    say("nadir: " + mistake + ".");
    return ExitCode::Usage;
  }
  const auto criteria = criteria_of(options.criteria);
  if (!criteria) return ExitCode::Usage;
  const auto protocol = protocol_of(options.protocol);
  if (!protocol) return ExitCode::Refused;
  const AssessmentPlan plan{*protocol, *criteria, options.no_findings ? Depth::Responses : Depth::Findings};
  const auto source = source_of(options, plan.depth);
  if (!source) return ExitCode::Refused;
  for (const auto& problem : source->problems()) say(problem);
  if (source->count() == 0)
    say("nadir: " + source->file() + " has a header and no rows of a subject (there is nothing to assess). Check the file.");
  print_protocol(plan.protocol);
  const auto written = options.out.empty() ? ExitCode::Ok : write_all(*source, plan, options.out);
  return written == ExitCode::Ok && !options.explain.empty() ? explain(*source, plan, options.explain) : written;
}
}  // namespace

void add_recist_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("recist", "Derives the response of every subject of a table of readings (CSV)");
  auto options = std::make_shared<RecistOptions>();
  command->add_option("READINGS", options->readings, "Table: subject,reader,timepoint,date,lesion,role,organ,nodal,state,diameter_mm,...");
  command->add_option("--tu", options->identification, "CDISC SDTM tumour identification (CSV) instead of READINGS, with --tr");
  command->add_option("--tr", options->results, "CDISC SDTM tumour results (CSV)");
  command->add_option("--dm", options->not_read, "CDISC SDTM demographics: accepted and not read");
  command->add_option("--rs", options->not_read,
                      "CDISC SDTM responses: accepted and not read; responses are derived from the measurements");
  command->add_option("--out", options->out, "Folder for responses.csv, best_response.csv, findings.json, criteria.csv, protocol.json");
  command->add_option("--protocol", options->protocol, "Protocol file (JSON)");
  command->add_option("--criteria", options->criteria,
                      "Other criteria beside it: irecist,mrecist,choi_mr,who,volumetric,viable_volume or all");
  command->add_option("--explain", options->explain, "Print the derivation of this subject in words");
  command->add_flag("--no-findings", options->no_findings, "Only the tables: no findings.json, much faster");
  command->callback([options, &exit_code] { exit_code = run_recist(*options); });
}
}  // namespace nadir::cli
