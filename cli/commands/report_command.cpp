#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "cli/version.h"
#include "imaging/storage/write_files.h"
#include "report/document/cohort_document.h"
#include "report/document/html_report.h"
#include "report/document/readings_document.h"
#include "report/pdf/pdf_document.h"
#include "report/pdf/pdf_report.h"
#include "report/table/assessment_json.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;
using Assessments = std::vector<measure::Assessment>;

struct ReportOptions
{
  std::vector<std::string> files, readers;
  std::string paper = "a4";
  std::string out;
};

struct Written
{
  std::string name;
  std::string html;
  report::PdfReport pdf;
};

std::optional<Assessments> read_all(const std::vector<std::string>& files)
{
  Assessments assessments;
  for (const auto& file : files)
  {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    auto assessment = report::from_json(bytes);
    if (!assessment)
    {
      tell(assessment.failure().in_context(file));
      return std::nullopt;
    }
    assessments.push_back(std::move(*assessment));
  }
  return assessments;
}

/// Day of the newest examination, for the PDF.
std::string newest_date(const Assessments& assessments)
{
  std::string newest = "1970-01-01";
  for (const auto& assessment : assessments)
    for (const auto& timepoint : assessment.timepoints)
      if (timepoint.date.size() == newest.size()) newest = std::max(newest, timepoint.date);
  return newest + "T00:00:00Z";
}

struct Title
{
  std::string file, words;
};

Written pages_of(const report::Html& document, const Title& title, const Assessments& assessments, const report::Paper& paper)
{
  const std::string creator = "nadir " + std::string(version);
  return {title.file, report::html_page(document, title.words, creator),
          report::pdf_of(document, paper, {title.words, creator, newest_date(assessments)},
                         title.words + " \u00b7 research tool, not a medical device")};
}

Result<Written> cohort_of(const Assessments& assessments, const report::Paper& paper)
{
  const auto document = report::cohort_document(assessments);
  if (!document) return document.failure();
  return pages_of(*document, {"cohort", "Cohort of " + std::to_string(assessments.size())}, assessments, paper);
}

bool are_two_readings(const Assessments& assessments)
{
  return assessments.size() == 2 && assessments[0].patient == assessments[1].patient;
}

Result<Written> readings_of(Assessments assessments, const ReportOptions& options)
{
  const auto reader = [&](std::size_t i) { return i < options.readers.size() ? options.readers[i] : "reader " + std::to_string(i + 1); };
  const auto document =
      report::readings_document({report::NamedReading{reader(0), assessments[0]}, report::NamedReading{reader(1), assessments[1]}});
  if (!document) return document.failure();
  return pages_of(*document, {"readings", "Two readings of " + assessments[0].patient}, assessments, *report::paper_named(options.paper));
}

Result<Written> report_of(const Assessments& assessments, const ReportOptions& options)
{
  const auto paper = *report::paper_named(options.paper);
  if (are_two_readings(assessments)) return readings_of(assessments, options);
  if (assessments.size() != 1) return cohort_of(assessments, paper);
  return Written{"report", report::to_html(assessments.front()), report::to_pdf(assessments.front(), paper)};
}

Result<Done> write(const Written& made, const fs::path& folder)
{
  std::error_code problem;
  fs::create_directories(folder, problem);
  return imaging::write_files(folder, {{made.name + ".html", made.html}, {made.name + ".pdf", made.pdf.bytes}});
}

ExitCode report_command(const ReportOptions& options)
{
  const auto assessments = read_all(options.files);
  if (!assessments) return ExitCode::Refused;
  if (!options.readers.empty() && !(are_two_readings(*assessments) && options.readers.size() == 2))
  {
    say("--reader names the two readers of two assessments of one patient, in their order. Leave it out otherwise.");
    return ExitCode::Usage;
  }
  const auto made = report_of(*assessments, options);
  if (!made) return tell(made.failure());
  if (made->pdf.lacks_glyphs)
    say("warning: this system has no font for some characters of the PDF (boxes stand for them). Read names in the HTML page.");
  if (const auto written = write(*made, options.out); !written) return tell(written.failure());
  const std::string line = made->name + ": " + (fs::path(options.out) / (made->name + ".html")).string() + " and " + made->name + ".pdf\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
  return ExitCode::Ok;
}
}  // namespace

void add_report_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("report", "Writes report.html and report.pdf of an assessment.json; of two of one patient, "
                                               "readings.html: both readers side by side and what makes their calls differ; of "
                                               "several patients, a cohort report with waterfall, spider and timelines");
  auto options = std::make_shared<ReportOptions>();
  command->add_option("ASSESSMENT", options->files, "assessment.json of one patient or several")->required()->check(CLI::ExistingFile);
  command->add_option("--reader", options->readers, "Name of the reader of each of two assessments of one patient, in their order")
      ->expected(1, 2);
  command->add_option("--paper", options->paper, "Paper of the PDF: a4 or letter")
      ->check(CLI::IsMember({"a4", "letter"}))
      ->capture_default_str();
  command->add_option("--out", options->out, "Folder for the two files")->required();
  command->callback([options, &exit_code] { exit_code = report_command(*options); });
}
}  // namespace nadir::cli
