#include "cli/response/assess_table.h"

#include <algorithm>
#include <deque>
#include <future>
#include <span>
#include <thread>

#include "report/table/best_response_csv.h"
#include "report/table/explanation_text.h"
#include "report/table/responses_csv.h"

namespace nadir::cli
{
namespace
{
using Subjects = std::span<const reading::IndexedSubject>;

/// The table with the meaning of its columns; shared by all threads.
struct Table
{
  const reading::TableIndex& index;
  const reading::ReadingsTable readings;
  const AssessmentPlan& plan;
  std::string name; ///< of the file, for messages
};

Table table_of(const reading::TableIndex& index, const AssessmentPlan& plan)
{
  const auto keep = plan.depth == Depth::Findings ? reading::KeepCells::Yes : reading::KeepCells::No;
  return {index, reading::ReadingsTable(index, keep), plan, index.path().string()};
}

std::vector<std::string> in_words(const std::string& file, const std::vector<reading::RowProblem>& problems)
{
  std::vector<std::string> words;
  for (const auto& problem : problems) words.push_back(in_words(file, problem));
  return words;
}

std::string lines_of(const std::vector<std::string>& lines)
{
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

/// Collects the text of one part.
class Part
{
public:
  explicit Part(const Table& table) : table_(table), rows_(table.index), file_(table.index.path()) {}

  void add(const reading::IndexedSubject& subject)
  {
    if (part_.failure) return;
    if (const auto read = rows_.read(subject, file_); !read) return void(part_.failure = read.failure());
    auto readings = table_.readings.readings_of(subject.name, rows_);
    if (!readings.problems.empty()) return refuse(subject.name, in_words(table_.name, readings.problems));
    const auto warnings = in_words(table_.name, readings.warnings);
    for (auto& reader : readings.readers) write(assess_reader(subject.name, std::move(reader), table_.plan, warnings));
    ++part_.subjects;
  }

  AssessedPart take() &&
  {
    part_.responses = std::move(responses_).take();
    part_.best_responses = std::move(best_).take();
    part_.criteria = std::move(criteria_).take();
    return std::move(part_);
  }

private:
  void refuse(const std::string& subject, std::vector<std::string> problems)
  {
    part_.problems += lines_of(problems);
    part_.problems += "subject " + subject + " was not assessed (half of its rows could mean another response).\n";
    part_.refused.push_back({subject, std::move(problems)});
  }

  void write(const report::ReaderAssessment& assessment)
  {
    append_responses(responses_, assessment);
    append_best_response(best_, assessment);
    append_criteria(criteria_, assessment);
    part_.warnings += assessment.warnings.size();
    if (table_.plan.depth == Depth::Responses) return;
    part_.findings += (part_.findings.empty() ? "" : ",\n") + findings_of(assessment);
  }

  const Table& table_;
  reading::SubjectRows rows_;
  reading::FilePieces file_;
  report::CsvText responses_, best_, criteria_;
  AssessedPart part_;
};

AssessedPart assess_part(const Table& table, Subjects subjects)
{
  Part part(table);
  for (const auto& subject : subjects) part.add(subject);
  return std::move(part).take();
}
} // namespace

void assess_table(const reading::TableIndex& index, const AssessmentPlan& plan, const std::function<bool(AssessedPart)>& take)
{
  const auto table = table_of(index, plan);
  const std::size_t at_once = plan.depth == Depth::Findings ? 4 : 256;
  const std::size_t ahead = 2 * std::max(1U, std::thread::hardware_concurrency());
  Subjects left(index.subjects());
  std::deque<std::future<AssessedPart>> running;
  bool go_on = true;
  while (go_on && (!left.empty() || !running.empty()))
  {
    while (running.size() < ahead && !left.empty())
    {
      const auto some = left.first(std::min(at_once, left.size()));
      left = left.subspan(some.size());
      running.push_back(std::async(std::launch::async, [&table, some] { return assess_part(table, some); }));
    }
    go_on = take(running.front().get());
    running.pop_front();
  }
}

Explained explain_subject(const reading::TableIndex& index, const AssessmentPlan& plan, const reading::IndexedSubject& subject)
{
  const auto table = table_of(index, plan);
  reading::SubjectRows rows(index);
  reading::FilePieces file(index.path());
  if (const auto read = rows.read(subject, file); !read) return {"", read.failure().message() + "\n"};
  auto readings = table.readings.readings_of(subject.name, rows);
  Explained explained{"", lines_of(in_words(table.name, readings.problems))};
  const auto warnings = in_words(table.name, readings.warnings);
  for (auto& reader : readings.readers) explained.text += explanation_of(assess_reader(subject.name, std::move(reader), plan, warnings));
  return explained;
}
} // namespace nadir::cli
