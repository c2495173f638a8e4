#include "report/document/cohort_document.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "imaging/units/number_text.h"
#include "report/document/cohort_plots.h"
#include "report/document/display_text.h"
#include "report/document/html_table.h"

namespace nadir::report
{
namespace
{
using measure::Assessment;

std::optional<Failure> disagreement(const std::vector<Assessment>& assessments)
{
  if (assessments.empty())
    return Failure(CohortError::Empty, "there is no assessment (a cohort needs at least one). Name assessment.json files.");
  std::set<std::string> patients;
  for (const auto& assessment : assessments)
  {
    if (!patients.insert(assessment.patient).second)
      return Failure(CohortError::PatientTwice, "two assessments are of the case \"" + assessment.patient +
                                                    "\" (one patient would count twice). Leave one of them out.");
    if (assessment.criteria != assessments.front().criteria || assessment.limits != assessments.front().limits)
      return Failure(CohortError::DifferentCriteria,
                     "the case \"" + assessment.patient +
                         "\" was judged by other criteria or limits than the first (their bars would not mean the same). "
                         "Assess all with one protocol.");
  }
  return std::nullopt;
}

std::string percent_text(const std::optional<double>& percent)
{
  if (!percent) return std::string(absent_text);
  return (*percent < 0.0 ? "\u2212" : "+") + format_fixed(std::abs(*percent), 1) + " %";
}

std::string calls_of(const CohortCourse& course)
{
  std::string words;
  for (const auto& point : course.points)
  {
    if (point.category == measure::Category::Baseline) continue;
    words += (words.empty() ? "" : "; ") + point.label + ": " +
             (point.category ? std::string(name_of(*point.category)) : std::string(absent_text)) +
             (point.percent ? " (" + percent_text(point.percent) + ")" : "");
  }
  return words.empty() ? "no follow-up" : words;
}

Html table_of(const std::vector<CohortCourse>& courses)
{
  HtmlTable table("plain cohort", text("Each patient: best response (not confirmed), best change of the sum, and the call at each "
                                       "follow-up with the change from baseline"));
  table.head(text_cells({"Case", "Best response", "Best change", "Calls"}));
  for (const auto& course : courses)
    table.row(text_cells({course.patient, course.best_category ? std::string(name_of(*course.best_category)) : std::string(absent_text),
                          percent_text(course.best_percent), calls_of(course)}));
  return table.finish();
}

Html figure(const Html& plot, const std::string& caption)
{
  return element("figure", {{"class", "plot-figure wide"}}, plot + element("figcaption", text(caption)));
}

Html section(std::string_view heading, const Html& content) { return element("section", element("h2", text(heading)) + content); }

Html header(const std::vector<Assessment>& assessments)
{
  return element(
      "header",
      element("p", {{"class", "kind"}}, text("Tumour response assessment \u00b7 MRI")) +
          element("h1", text("Cohort of " + std::to_string(assessments.size()))) +
          element("dl", {{"class", "facts"}},
                  element("div", element("dt", text("Criteria")) + element("dd", text(assessments.front().criteria)))) +
          element("p", {{"class", "notice"}}, text("Research tool, not a medical device. Not for diagnosis or treatment decisions.")));
}
}  // namespace

std::string_view error_code(CohortError error)
{
  switch (error)
  {
  case CohortError::Empty: return "cohort_empty";
  case CohortError::PatientTwice: return "patient_twice";
  case CohortError::DifferentCriteria: return "different_criteria";
  }
  return "unknown";
}

Result<Html> cohort_document(const std::vector<Assessment>& assessments)
{
  if (const auto failure = disagreement(assessments)) return *failure;
  std::vector<CohortCourse> courses;
  for (const auto& assessment : assessments) courses.push_back(course_of(assessment));
  const auto& limits = assessments.front().limits;
  const Html plots =
      section("Best change",
              figure(waterfall_plot(courses, limits),
                     "Best change of the sum of diameters from baseline, up to the first PD; under or above each bar the best "
                     "response, not confirmed. Dashed: " +
                         limits_in_words(limits))) +
      section("Change over time",
              figure(spider_plot(courses, limits),
                     "Change of each patient's sum of diameters from baseline. PD is judged from the nadir, not from this axis.")) +
      section("Examinations",
              figure(timeline_plot(courses), "From baseline to the last examination; each part has the shade of the call at its end."));
  return header(assessments) + element("main", plots + section("Patients", table_of(courses)));
}
}  // namespace nadir::report
