#include <algorithm>
#include <cmath>
#include <optional>

#include "imaging/units/number_text.h"
#include "measure/response/percent_change.h"
#include "report/cdisc/counted_length.h"
#include "report/cdisc/record_frame.h"
#include "report/cdisc/terms.h"
#include "report/cdisc/tumor_results.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::ReportedLength;

ReportedLength reported(Millimeters sum) { return ReportedLength::from_micrometers(std::llround(sum.value() * 1000.0)); }

int permille(double percent) { return static_cast<int>(std::lround(percent * 10.0)); }

class Rows
{
public:
  Rows(const ReadingPlan& plan, std::string_view study, std::size_t timepoint) : plan_(plan), study_(study), t_(timepoint) {}

  void add_all()
  {
    const auto& response = plan_.assessment().timepoints[t_].response;
    if (!response.sum_of_diameters) return;
    const auto sum = reported(*response.sum_of_diameters);
    add_length(terms::sum_of_diameters, sum);
    if (has_nodal_target()) add_length(terms::sum_of_non_nodal, sum_of_non_nodal());
    if (t_ == 0) return;
    add_percent(terms::change_from_baseline, response.baseline_sum, sum);
    add_percent(terms::change_from_nadir, response.nadir_sum, sum);
    if (response.nadir_sum) add_length(terms::absolute_change_from_nadir, sum - reported(*response.nadir_sum));
  }
  std::vector<ResultRecord> take() && { return std::move(rows_); }

private:
  ResultRecord& add_row(const Term& term)
  {
    auto& made = rows_.emplace_back(framed<ResultRecord>(plan_, study_, t_));
    made.group = "TARGET";
    made.link_group = plan_.link_group(t_);
    made.code = term.code;
    made.test = term.name;
    return made;
  }

  void add_length(const Term& term, ReportedLength length)
  {
    auto& row = add_row(term);
    row.result = row.standard = format_fixed(length.millimeters().value(), plan_.decimals);
    row.number = length.millimeters().value();
    row.unit = row.standard_unit = "mm";
  }

  /// The number that is shown for the change (rule N6): it never claims a limit that was not reached.
  void add_percent(const Term& term, const std::optional<Millimeters>& reference, ReportedLength sum)
  {
    const auto& limits = plan_.assessment().limits;
    if (!reference || reported(*reference) <= ReportedLength{}) return;
    const auto change = measure::percent_change(reported(*reference), sum, permille(limits.partial_response_decrease_percent),
                                                permille(limits.progression_increase_percent));
    auto& row = add_row(term);
    row.result = change.text.substr(change.text.front() == '+', change.text.find(' ') - (change.text.front() == '+'));
    row.standard = row.result;
    row.number = parse_number(row.result);
    row.unit = row.standard_unit = "%";
  }

  bool has_nodal_target() const
  {
    return std::any_of(plan_.lesions.begin(), plan_.lesions.end(),
                       [](const auto& each) { return each.lesion.role == measure::LesionRole::Target && each.lesion.nodal; });
  }

  ReportedLength sum_of_non_nodal() const
  {
    ReportedLength sum;
    for (const auto& lesion : plan_.lesions)
    {
      const auto* found = plan_.find(lesion.lesion.id, t_);
      if (lesion.lesion.role != measure::LesionRole::Target || lesion.lesion.nodal || !found) continue;
      sum += counted_length(*found, plan_.quantum).value_or(ReportedLength{});
    }
    return sum;
  }

  const ReadingPlan& plan_;
  std::string_view study_;
  std::size_t t_;
  std::vector<ResultRecord> rows_;
};
}  // namespace

std::vector<ResultRecord> derived_results_of(const ReadingPlan& plan, std::string_view study, std::size_t timepoint)
{
  Rows rows(plan, study, timepoint);
  rows.add_all();
  return std::move(rows).take();
}
}  // namespace nadir::report::cdisc
