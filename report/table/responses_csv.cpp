#include "report/table/responses_csv.h"

namespace nadir::report
{
namespace
{
using measure::Category;

std::optional<double> millimeters(const std::optional<measure::ReportedLength>& length)
{
  return length ? std::optional(length->millimeters().value()) : std::nullopt;
}

std::string date_text(const std::optional<measure::CalendarDay>& day) { return day ? measure::format_calendar_day(*day) : std::string{}; }

void add_margin(CsvText& csv, const std::vector<measure::recist_1_1::Margin>& margins)
{
  if (margins.empty()) csv.empty().empty();
  else csv.number(margins.front().total.millimeters().value()).text(name_of(margins.front().to));
}

void add_certainty(CsvText& csv, const ReaderAssessment& assessment, std::size_t timepoint)
{
  const bool is_known = timepoint < assessment.certainty.size() && assessment.response.timepoints[timepoint].overall != Category::Baseline;
  if (!is_known) return void(csv.empty().empty().empty().empty());
  const auto& certainty = assessment.certainty[timepoint];
  csv.number(certainty.of(Category::CompleteResponse))
      .number(certainty.of(Category::PartialResponse))
      .number(certainty.of(Category::StableDisease) + certainty.of(Category::NonCrNonPd))
      .number(certainty.of(Category::ProgressiveDisease));
}

std::string flag_ids(const std::vector<measure::Flag>& flags)
{
  std::string ids;
  for (const auto& flag : flags) ids += (ids.empty() ? "" : ";") + flag.id;
  return ids;
}
}  // namespace

void append_responses(CsvText& csv, const ReaderAssessment& assessment)
{
  for (std::size_t t = 0; t < assessment.response.timepoints.size(); ++t)
  {
    const auto& at = assessment.response.timepoints[t];
    csv.text(assessment.subject).text(assessment.reader).integer(at.sequence).text(date_text(at.date));
    csv.number(millimeters(at.sum)).number(millimeters(at.baseline_sum)).number(millimeters(at.nadir));
    csv.text(name_of(at.target)).text(name_of(at.non_target)).text(name_of(at.new_lesion)).text(name_of(at.overall));
    add_margin(csv, assessment.margins[t]);
    add_certainty(csv, assessment, t);
    csv.text(flag_ids(assessment.flags[t]));
    csv.end_row();
  }
}

void append_criteria(CsvText& csv, const ReaderAssessment& assessment)
{
  for (const auto& criterion : assessment.criteria)
    for (std::size_t t = 0; t < criterion.timepoints.size(); ++t)
    {
      const auto& at = criterion.timepoints[t];
      const auto& recist = assessment.response.timepoints[t];
      csv.text(assessment.subject).text(assessment.reader).integer(recist.sequence).text(date_text(recist.date));
      csv.text(criterion.name).text(criterion.unit).text(at.target).text(at.overall);
      csv.number(at.size).number(at.baseline_size).number(at.nadir_size).text(at.finding.rule);
      csv.end_row();
    }
}
}  // namespace nadir::report
