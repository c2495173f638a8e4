#include <CLI/CLI.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/record/read_session.h"
#include "cli/response/protocol_option.h"
#include "cli/talk.h"
#include "measure/assessment/assess_case.h"
#include "measure/assessment/case_file.h"
#include "measure/assessment/identity_check.h"
#include "session/begin_record.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;

struct ReadOptions
{
  std::string record;
  std::string commands;
  std::string reader;
  std::string patient;
  std::string case_file;
  std::string why;
  std::vector<std::string> confirmed;
};

/// The case is assessed once before anything is recorded: what it refuses or asks must not end in a record.
Result<measure::Case> proven_case(const ReadOptions& options)
{
  auto input = measure::read_case_file(options.case_file);
  if (!input) return input;
  input->confirmed.insert(options.confirmed.begin(), options.confirmed.end());
  const auto protocol = protocol_of(input->protocol_file.string());
  if (!protocol) return Failure{reading::RecordError::NotAllowed, "the protocol of the case cannot be used"};
  input->protocol = *protocol;
  const auto assessed = measure::assess_case(*input, terminal_progress("Step"));
  return assessed ? input : Result<measure::Case>(assessed.failure());
}

Result<reading::RecordStore> opened(const ReadOptions& options, const std::string& patient)
{
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(options.record, ignored))) return reading::RecordStore::open(options.record, reading::Access::Write);
  return session::begin_record(options.record, {patient, reading::ReaderId{options.reader}, options.why});
}

ExitCode refuse(const Failure& failure, std::size_t line)
{
  return tell(line > 0 ? failure.in_context("line " + std::to_string(line)) : failure);
}

ExitCode issue_lines(std::istream& lines, ReadSession& session)
{
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);)
  {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (const auto done = session.issue_line(line); !done) return refuse(done.failure(), number);
  }
  return ExitCode::Ok;
}

ExitCode issue_commands(const ReadOptions& options, ReadSession& session)
{
  if (options.commands.empty()) return ExitCode::Ok;
  if (options.commands == "-") return issue_lines(std::cin, session);
  std::ifstream file(options.commands);
  if (file && !fs::is_directory(options.commands)) return issue_lines(file, session);
  say("nadir: " + options.commands + ": cannot be read. Check the name.");
  return ExitCode::Refused;
}

ExitCode work_on(reading::RecordStore& store, const ReadOptions& options, const std::optional<measure::Case>& input, bool begun)
{
  if (store.is_read_only())
  {
    say("nadir: " + store.read_only_reason() + " [record.read-only]");
    return ExitCode::Refused;
  }
  ReadSession session(store, options.reader, options.why);
  if (begun) session.confirm(store.events().front());
  if (input)
    if (const auto done = session.issue_case(*input); !done) return tell(done.failure());
  return issue_commands(options, session);
}

ExitCode read(const ReadOptions& options)
{
  std::signal(SIGXFSZ, SIG_IGN);  // reaching the largest file size is an error to be told, not an end of the program
  std::error_code ignored;
  const bool is_new = !fs::exists(fs::symlink_status(options.record, ignored));
  if (is_new && options.case_file.empty() && options.patient.empty())
  {
    say("nadir read: " + options.record + " is not there yet; give --patient or --from-case to begin it.");
    return ExitCode::Usage;
  }
  if (!is_new && (!options.case_file.empty() || !options.patient.empty()))
  {
    say("nadir: " + options.record +
        ": there is a record already (--patient and --from-case begin one). Leave them out, or choose another name.");
    return ExitCode::Refused;
  }
  std::optional<measure::Case> input;
  if (!options.case_file.empty())
  {
    auto proven = proven_case(options);
    if (!proven) return tell(proven.failure());
    input = std::move(*proven);
  }
  auto store = opened(options, input ? input->patient : options.patient);
  return store ? work_on(*store, options, input, is_new) : tell(store.failure());
}
}  // namespace

void add_read_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("read", "Records what a reader does to a case, event by event");
  auto options = std::make_shared<ReadOptions>();
  command->add_option("RECORD", options->record, "Record, CASE.nadir; begun when it is not there")->required();
  command->add_option("COMMANDS", options->commands, "File with one act in JSON a line, or - for stdin; confirmed one by one on stdout");
  command->add_option("--reader", options->reader, "Name of the reader")->required();
  command->add_option("--from-case", options->case_file, "Begins the record with what a case file (JSON) says")
      ->excludes(command->add_option("--patient", options->patient,
                                     "Begins the record under this name of the patient (the case's own, no real one)"));
  command->add_option("--why", options->why, "Reason for every act that brings none");
  command->add_option("--confirm", options->confirmed, "Questions that a person has answered with yes, e.g. patient-id,order")
      ->delimiter(',')
      ->check(CLI::IsMember(measure::question_keys()));
  command->callback([options, &exit_code] { exit_code = read(*options); });
}
}  // namespace nadir::cli
