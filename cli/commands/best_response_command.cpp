#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/response/protocol_option.h"
#include "cli/talk.h"
#include "reading/table/sequences_table.h"
#include "report/table/best_response_csv.h"
#include "report/table/findings_json.h"
#include "report/table/streamed_file.h"

namespace nadir::cli
{
namespace
{
struct BestResponseOptions
{
  std::string sequences;
  std::string protocol;
  std::string out;
};

/// Rows are handed to the file when they have become this long.
constexpr std::size_t piece = 1 << 20;

void say_all(const std::string& file, const std::vector<reading::RowProblem>& problems)
{
  for (const auto& problem : problems) say(in_words(file, problem));
}

/// The best response of one subject as a row; false when the subject's rows cannot be used.
bool append_subject(const std::string& name, const reading::SubjectCourse& course, const measure::Protocol& protocol, report::CsvText& csv)
{
  if (!course.problems.empty())
  {
    say("subject " + name + " has no best response (half of its rows could mean another one).");
    return false;
  }
  const auto best = measure::recist_1_1::best_response(course.course, protocol);
  const auto& own = protocol.confirmation.required ? best.confirmed : best.unconfirmed;
  append_sequence_best_response(csv, name, best, own.finding.explanation);
  return true;
}

Result<Done> flush(report::StreamedFile& file, report::CsvText& csv, std::size_t at_least)
{
  if (csv.str().size() < at_least) return Done{};
  const auto written = file.append(csv.str());
  csv = {};
  return written;
}

ExitCode write_rows(const reading::TableIndex& index, const measure::Protocol& protocol, report::StreamedFile& file)
{
  const reading::SequencesTable table(index);
  const auto name = index.path().string();
  reading::SubjectRows rows(index);
  reading::FilePieces pieces(index.path());
  report::CsvText csv;
  std::size_t used = 0;
  for (const auto& subject : index.subjects())
  {
    if (const auto read = rows.read(subject, pieces); !read) return tell(read.failure());
    const auto course = table.course_of(rows, protocol);
    say_all(name, course.problems);
    say_all(name, course.warnings);
    if (append_subject(subject.name, course, protocol, csv)) ++used;
    if (const auto written = flush(file, csv, piece); !written) return tell(written.failure());
  }
  if (const auto written = flush(file, csv, 0); !written) return tell(written.failure());
  if (const auto kept = file.keep(); !kept) return tell(kept.failure());
  say("nadir: " + std::to_string(used) + " subjects done, " + std::to_string(index.subjects().size() - used) + " not.");
  return used > 0 ? ExitCode::Ok : ExitCode::Refused;
}

/// Beside the table, "best.csv" -> "best.protocol.json".
Result<Done> write_protocol(std::filesystem::path table, const measure::Protocol& protocol)
{
  auto file = report::StreamedFile::create(table.replace_extension(".protocol.json"));
  if (!file) return file.failure();
  const auto written = file->append(report::protocol_document(protocol));
  return written ? file->keep() : written;
}

ExitCode run_best_response(const BestResponseOptions& options)
{
  const auto protocol = protocol_of(options.protocol);
  if (!protocol) return ExitCode::Refused;
  const auto index = reading::TableIndex::build(options.sequences, reading::SequencesTable::needed_columns());
  if (!index) return tell(index.failure());
  say_all(options.sequences, index->problems());
  print_protocol(*protocol);
  auto file = report::StreamedFile::create(options.out);
  if (!file) return tell(file.failure());
  if (const auto header = file->append(report::sequence_best_response_header); !header) return tell(header.failure());
  const auto done = write_rows(*index, *protocol, *file);
  if (done != ExitCode::Ok) return done;
  const auto written = write_protocol(options.out, *protocol);
  return written ? done : tell(written.failure());
}
}  // namespace

void add_best_response_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("best-response", "Best overall response of sequences of responses (CSV)");
  auto options = std::make_shared<BestResponseOptions>();
  command->add_option("SEQUENCES", options->sequences, "Table: subject,date,response")->required();
  command->add_option("--protocol", options->protocol, "Protocol file (JSON)");
  command
      ->add_option("--out", options->out,
                   "File for the table subject,bor,bor_date,confirmed_bor,confirmed_bor_date,reason; F.protocol.json lies beside it")
      ->required();
  command->callback([options, &exit_code] { exit_code = run_best_response(*options); });
}
}  // namespace nadir::cli
