#include "report/table/explanation_text.h"

#include "imaging/units/number_text.h"

namespace nadir::report
{
namespace
{
void add_findings(std::string& text, const std::vector<measure::Finding>& findings)
{
  for (const auto& finding : findings)
    text += "  " + finding.outcome + (finding.outcome.empty() ? "" : ": ") + finding.explanation + " [rule " + finding.rule + "; " +
            finding.clause + "]\n";
}

std::string list_of(const std::vector<std::string>& words)
{
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "" : "; ") + word;
  return list;
}

void add_flags(std::string& text, const std::vector<measure::Flag>& flags)
{
  for (const auto& flag : flags)
  {
    text += "  " + flag.level + " " + flag.id + ": " + flag.explanation + "\n";
    if (!flag.literature_for.empty()) text += "    for: " + list_of(flag.literature_for) + "\n";
    if (!flag.literature_against.empty()) text += "    against: " + list_of(flag.literature_against) + "\n";
  }
}

void add_certainty(std::string& text, const measure::recist_1_1::TimepointCertainty& certainty)
{
  std::string words;
  for (const auto& [category, probability] : certainty.probabilities)
    words += (words.empty() ? "" : ", ") + std::string(name_of(category)) + " " + format_fixed(100.0 * probability, 1) + " %";
  text += "  An independent reading of the whole series would give: " + words + ".";
  if (certainty.sum)
    text += " The sum would then lie between " + format_fixed(certainty.sum->first.value(), 1) + " and " +
            format_fixed(certainty.sum->second.value(), 1) + " mm (95 %).";
  text += "\n";
}

std::string heading_of(const measure::TimepointResponse& at)
{
  const auto date = at.date ? " (" + measure::format_calendar_day(*at.date) + ")" : std::string{};
  return "\nTime point " + std::to_string(at.sequence) + date + ": " + std::string(name_of(at.overall)) + "\n";
}

/// "20.3 mm", "SPLIT 12.0 + 8.5 mm", "NOT_EVALUABLE (poor scan quality)".
std::string words_of(const measure::LesionReading& reading, bool nodal)
{
  const auto& length = nodal && reading.short_axis ? reading.short_axis : reading.longest_diameter;
  const auto with_reason = [&](std::string words) { return reading.reason.empty() ? words : words + " (" + reading.reason + ")"; };
  std::string words(name_of(reading.state));
  if (reading.state == measure::LesionState::Measured && length) return with_reason(format_number(length->value()) + " mm");
  if (reading.state == measure::LesionState::MergedInto) return words + " " + reading.merged_into.text();
  if (reading.state != measure::LesionState::Split)
    return with_reason(words + (length ? " " + format_number(length->value()) + " mm" : ""));
  for (std::size_t i = 0; i < reading.fragments.size(); ++i) words += (i == 0 ? " " : " + ") + format_number(reading.fragments[i].value());
  return with_reason(words + (reading.fragments.empty() && length ? " " + format_number(length->value()) : "") + " mm");
}

/// What the reader said, lesion by lesion.
void add_readings(std::string& text, const measure::PatientReadings& readings, std::size_t t)
{
  for (const auto role : {measure::LesionRole::Target, measure::LesionRole::NonTarget, measure::LesionRole::New})
  {
    std::string words;
    for (const auto lesion : readings.of_role(role))
    {
      const auto& known = readings.lesions()[lesion].lesion;
      words += (words.empty() ? "" : ", ") + known.id.text() + (known.nodal ? " (node) " : " ") +
               words_of(readings.timepoints()[t].lesions[lesion], known.nodal);
    }
    if (!words.empty()) text += "  Read, " + std::string(measure::name_of(role)) + ": " + words + ".\n";
  }
}

void add_timepoint(std::string& text, const ReaderAssessment& assessment, std::size_t t)
{
  const auto& at = assessment.response.timepoints[t];
  text += heading_of(at);
  add_readings(text, assessment.readings, t);
  add_findings(text, at.findings);
  for (const auto& margin : assessment.margins[t]) text += "  Margin: " + in_words(assessment.readings, margin) + ".\n";
  if (t < assessment.certainty.size() && at.overall != measure::Category::Baseline) add_certainty(text, assessment.certainty[t]);
  add_flags(text, assessment.flags[t]);
}

void add_best(std::string& text, std::string_view title, const measure::recist_1_1::BestResponse& best)
{
  text += std::string(title) + ": " + std::string(name_of(best.category)) +
          (best.date ? " on " + measure::format_calendar_day(*best.date) : std::string{}) + ": " + best.finding.explanation + " [rule " +
          best.finding.rule + "]\n";
}

void add_baseline(std::string& text, const ReaderAssessment& assessment)
{
  if (assessment.baseline.empty()) return;
  const auto& baseline = assessment.baseline.front();
  text += baseline.conforms ? "\nThe baseline follows the rules\n" : "\nThe baseline could not be shown to follow the rules\n";
  add_findings(text, baseline.findings);
  for (const auto& lesion : baseline.lesions) add_findings(text, lesion.findings);
}

void add_list(std::string& text, std::string_view title, const std::vector<std::string>& lines)
{
  if (lines.empty()) return;
  text += "\n" + std::string(title) + "\n";
  for (const auto& line : lines) text += "  " + line + "\n";
}

std::vector<std::string> lines_of_criteria(const ReaderAssessment& assessment)
{
  std::vector<std::string> lines;
  for (const auto& criterion : assessment.criteria)
    for (std::size_t t = 1; t < criterion.timepoints.size(); ++t)
      lines.push_back(criterion.name + ", time point " + std::to_string(assessment.response.timepoints[t].sequence) + ": " +
                      criterion.timepoints[t].overall + ": " + criterion.timepoints[t].finding.explanation);
  return lines;
}

std::vector<std::string> lines_of_counterfactuals(const ReaderAssessment& assessment)
{
  std::string numbers;
  for (const auto& at : assessment.response.timepoints) numbers += (numbers.empty() ? "" : " | ") + std::to_string(at.sequence);
  std::vector<std::string> lines = {"time point: " + numbers};
  if (assessment.counterfactuals.empty()) return {};
  for (const auto& row : assessment.counterfactuals)
  {
    std::string words;
    for (const auto& word : row.overall) words += (words.empty() ? "" : " | ") + (word.empty() ? "-" : word);
    lines.push_back(row.question + ": " + words);
  }
  return lines;
}

std::vector<std::string> lines_of_lineage(const ReaderAssessment& assessment)
{
  std::vector<std::string> lines;
  for (const auto& edge : assessment.lineage)
    if (edge.event != measure::LineageEvent::Continued) lines.push_back(in_words(assessment.readings, edge));
  return lines;
}
}  // namespace

std::string explanation_of(const ReaderAssessment& assessment)
{
  std::string text = "Subject " + assessment.subject + (assessment.reader.empty() ? "" : ", reader " + assessment.reader) + "\n";
  for (std::size_t t = 0; t < assessment.response.timepoints.size(); ++t) add_timepoint(text, assessment, t);
  text += "\n";
  add_best(text, "Best overall response, unconfirmed", assessment.best.unconfirmed);
  add_best(text, "Best overall response, confirmed", assessment.best.confirmed);
  add_baseline(text, assessment);
  add_list(text, "What became of the lesions", lines_of_lineage(assessment));
  add_list(text, "What the response would have been (- where the question does not arise)", lines_of_counterfactuals(assessment));
  add_list(text, "Other criteria", lines_of_criteria(assessment));
  add_list(text, "To be looked at again", assessment.warnings);
  return text + "\n";
}
}  // namespace nadir::report
