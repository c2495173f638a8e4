#include "cli/response/assess_table.h"

#include <algorithm>
#include <deque>
#include <future>
#include <memory>
#include <thread>

#include "report/table/best_response_csv.h"
#include "report/table/explanation_text.h"
#include "report/table/responses_csv.h"

namespace nadir::cli
{
namespace
{
/// Numbers of subjects that follow each other.
struct Subjects
{
  std::size_t first = 0, last = 0;  ///< one past the end
};

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
  Part(const reading::SubjectSource& source, const AssessmentPlan& plan) : plan_(plan), reader_(source.reader()), file_(source.file()) {}

  void add(std::size_t subject)
  {
    if (part_.failure) return;
    auto read = reader_->read(subject);
    if (!read) return void(part_.failure = read.failure());
    auto& readings = *read;
    if (!readings.problems.empty()) return refuse(readings.subject, in_words(file_, readings.problems));
    const auto warnings = in_words(file_, readings.warnings);
    warn(warnings);
    for (auto& reader : readings.readers) write(assess_reader(readings.subject, std::move(reader), plan_, warnings));
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

  /// The first are shown; all are counted, and written with the findings.
  void warn(const std::vector<std::string>& warnings)
  {
    for (const auto& warning : warnings)
      if (part_.shown_warnings.size() < most_shown_warnings) part_.shown_warnings.push_back(warning);
  }

  void write(const report::ReaderAssessment& assessment)
  {
    append_responses(responses_, assessment);
    append_best_response(best_, assessment);
    append_criteria(criteria_, assessment);
    part_.warnings += assessment.warnings.size();
    if (plan_.depth == Depth::Responses) return;
    part_.findings += (part_.findings.empty() ? "" : ",\n") + findings_of(assessment);
  }

  const AssessmentPlan& plan_;
  std::unique_ptr<reading::SubjectReader> reader_;
  std::string file_;  ///< for messages
  report::CsvText responses_, best_, criteria_;
  AssessedPart part_;
};

AssessedPart assess_part(const reading::SubjectSource& source, const AssessmentPlan& plan, Subjects subjects)
{
  Part part(source, plan);
  for (auto i = subjects.first; i < subjects.last; ++i) part.add(i);
  return std::move(part).take();
}
}  // namespace

void assess_table(const reading::SubjectSource& source, const AssessmentPlan& plan, const std::function<bool(AssessedPart)>& take)
{
  const std::size_t at_once = plan.depth == Depth::Findings ? 16 : 256;
  const std::size_t ahead = 2 * std::max(1U, std::thread::hardware_concurrency());
  std::size_t next = 0;
  std::deque<std::future<AssessedPart>> running;
  bool go_on = true;
  while (go_on && (next < source.count() || !running.empty()))
  {
    while (running.size() < ahead && next < source.count())
    {
      const Subjects some{next, std::min(next + at_once, source.count())};
      next = some.last;
      running.push_back(std::async(std::launch::async, [&source, &plan, some] { return assess_part(source, plan, some); }));
    }
    go_on = take(running.front().get());
    running.pop_front();
  }
}

Explained explain_subject(const reading::SubjectSource& source, const AssessmentPlan& plan, std::size_t subject)
{
  auto read = source.reader()->read(subject);
  if (!read) return {"", read.failure().message() + "\n"};
  Explained explained{"", lines_of(in_words(source.file(), read->problems))};
  const auto warnings = in_words(source.file(), read->warnings);
  for (auto& reader : read->readers) explained.text += explanation_of(assess_reader(read->subject, std::move(reader), plan, warnings));
  return explained;
}
}  // namespace nadir::cli
