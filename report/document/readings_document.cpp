#include "report/document/readings_document.h"

#include <cmath>

#include "measure/response/assessed_readings.h"
#include "measure/response/reader_comparison/compare_readings.h"
#include "report/document/display_text.h"
#include "report/document/html_table.h"
#include "report/document/lesion_row.h"
#include "report/table/tidy_rows.h"

namespace nadir::report
{
namespace
{
using measure::Assessment;
using measure::Lesion;
using measure::LesionAssessment;
using measure::TimepointAssessment;
using measure::reader_comparison::LesionMatch;
using measure::reader_comparison::ReaderComparison;
using Readings = std::array<NamedReading, 2>;

Html section(std::string_view heading, const Html& content) { return element("section", element("h2", text(heading)) + content); }

std::string call_of(const TimepointAssessment& timepoint)
{
  const auto& call = timepoint.response.overall_response;
  return call.empty() ? "no response told" : call;
}

bool agree(const TimepointAssessment& a, const TimepointAssessment& b)
{
  return a.response.overall_response == b.response.overall_response;
}

std::string listed(const std::vector<std::string>& words)
{
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  return text;
}

/// "At week 8 reader 1 says SD and reader 2 PD: reader 1 would say PD, too, with the new lesions of reader 2."
std::string difference_words(const Readings& readings, const ReaderComparison& comparison, std::size_t t)
{
  const auto &first = readings[0].assessment.timepoints[t], &second = readings[1].assessment.timepoints[t];
  std::string words =
      "At " + first.label.text() + " " + readings[0].reader + " says " + call_of(first) + ", " + readings[1].reader + " " + call_of(second);
  if (!comparison.not_recomputed.empty()) return words + ".";
  const auto& explained = comparison.explained_by[t];
  if (explained.empty())
    return words + ". No single change explains it: more than one of targets, non-target lesions and new lesions differ.";
  return words + ". By itself each of these makes " + readings[0].reader + " say " + call_of(second) + ", too: " + listed(explained) + ".";
}

Html answer(const Readings& readings, const ReaderComparison& comparison)
{
  const auto &first = readings[0].assessment.timepoints, &second = readings[1].assessment.timepoints;
  std::size_t follow_ups = 0, agreed = 0;
  Html differences;
  for (std::size_t t = 1; t < first.size(); ++t)
  {
    ++follow_ups;
    if (agree(first[t], second[t])) ++agreed;
    else differences += element("li", text(difference_words(readings, comparison, t)));
  }
  if (follow_ups == 0)
    return section("Do they agree?", element("p", element("strong", text("There is no follow-up yet, and no call to agree on."))));
  Html content = element("p", element("strong", text("The readers agree at " + std::to_string(agreed) + " of " +
                                                     std::to_string(follow_ups) + " follow-ups.")));
  if (!differences.empty()) content += element("ul", differences);
  if (!comparison.not_recomputed.empty())
    content += element("p", {{"class", "note"}}, text("What makes a difference is not told: " + comparison.not_recomputed + "."));
  return section("Do they agree?", content);
}

std::string sum_words(const Assessment& assessment, std::size_t t)
{
  const auto& response = assessment.timepoints[t].response;
  if (!response.sum_of_diameters) return std::string(absent_text);
  std::string words = length_text(response.sum_of_diameters, assessment.limits);
  if (t > 0)
    words += " (" + change_text(response.baseline_sum, response.sum_of_diameters, assessment.limits) + " from baseline, " +
             change_text(response.nadir_sum, response.sum_of_diameters, assessment.limits) + " from nadir)";
  return words;
}

/// The label, with both dates where the readers looked at different days.
std::string timepoint_words(const TimepointAssessment& first, const TimepointAssessment& second)
{
  if (first.date == second.date) return first.label.text() + (first.date.empty() ? "" : ", " + first.date);
  const auto day = [](const std::string& date) { return date.empty() ? std::string("no date") : date; };
  return first.label.text() + ", " + day(first.date) + " and " + day(second.date) + " (different days)";
}

Html calls_table(const Readings& readings)
{
  const auto &first = readings[0].assessment, &second = readings[1].assessment;
  HtmlTable table("plain", text("The calls as each reading states them, with the sum of diameters"));
  table.head(text_cells({"Time point", readings[0].reader + ": sum", "Call", readings[1].reader + ": sum", "Call", "Agree"}));
  for (std::size_t t = 0; t < first.timepoints.size(); ++t)
  {
    const auto &a = first.timepoints[t], &b = second.timepoints[t];
    table.row({text(timepoint_words(a, b)), text(sum_words(first, t)), element("strong", text(call_of(a))), text(sum_words(second, t)),
               element("strong", text(call_of(b))),
               text(t == 0        ? std::string(absent_text)
                    : agree(a, b) ? "yes"
                                  : "no")});
  }
  return section("Calls", table.finish());
}

std::string change_words(const std::string& question, const Readings& readings)
{
  if (question.starts_with("without ")) return readings[0].reader + " " + question + " (not chosen by " + readings[1].reader + ")";
  return readings[0].reader + " with the " + question + " of " + readings[1].reader;
}

std::vector<Html> calls_in(std::string heading, const Assessment& assessment)
{
  std::vector<Html> cells{text(heading)};
  for (std::size_t t = 1; t < assessment.timepoints.size(); ++t)
    cells.push_back(element("strong", text(call_of(assessment.timepoints[t]))));
  return cells;
}

/// Calls that a change turns into the other reader's are in bold.
std::vector<Html> change_cells(const measure::Counterfactual& change, const Readings& readings)
{
  std::vector<Html> cells{text(change_words(change.question, readings))};
  const auto &first = readings[0].assessment.timepoints, &second = readings[1].assessment.timepoints;
  for (std::size_t t = 1; t < first.size(); ++t)
  {
    const bool explains = !agree(first[t], second[t]) && change.overall[t] == second[t].response.overall_response;
    cells.push_back(explains ? element("strong", text(change.overall[t] + " (explains)")) : text(change.overall[t]));
  }
  return cells;
}

Html changes_table(const Readings& readings, const ReaderComparison& comparison)
{
  if (comparison.changes.empty()) return {};
  HtmlTable table("plain", text("One thing after the other taken from " + readings[1].reader + ", everything else as " +
                                readings[0].reader + " read it; each row is a full recomputation by " + readings[0].assessment.criteria));
  std::vector<Html> head{text("Reading")};
  for (std::size_t t = 1; t < readings[0].assessment.timepoints.size(); ++t)
    head.push_back(text(readings[0].assessment.timepoints[t].label.text()));
  table.head(head);
  table.row(calls_in(readings[0].reader, readings[0].assessment));
  for (const auto& change : comparison.changes) table.row(change_cells(change, readings));
  table.row(calls_in(readings[1].reader, readings[1].assessment));
  return section("What makes the difference", table.finish());
}

std::string lesion_words(const std::optional<Lesion>& lesion)
{
  if (!lesion) return "not marked";
  return lesion->id.text() + ", " + std::string(name_of(lesion->role)) + (lesion->organ.empty() ? "" : ", " + lesion->organ) +
         (lesion->nodal ? ", node" : "");
}

const LesionAssessment* seen(const TimepointAssessment& timepoint, const std::optional<Lesion>& lesion)
{
  return lesion ? measure::find_lesion(timepoint, lesion->id) : nullptr;
}

std::string length_words(const LesionAssessment* lesion)
{
  if (!lesion) return std::string(absent_text);
  if (const auto length = counted_length(*lesion)) return length_digits(length);
  return state_words(*lesion);
}

/// "50.0 | 45.0 mm (−10.0 %)", and whether the readers measured on different series.
std::string both_lengths(const LesionAssessment* first, const LesionAssessment* second)
{
  std::string words = length_words(first) + " | " + length_words(second);
  const auto a = first ? counted_length(*first) : std::nullopt, b = second ? counted_length(*second) : std::nullopt;
  if (a && b) words += " mm (" + length_change_text(Millimeters{b->value() - a->value()}) + ")";
  if (first && second && !first->evidence.series.empty() && !second->evidence.series.empty() &&
      first->evidence.series != second->evidence.series)
    words += ", different series";
  return words;
}

std::string matched_words(const LesionMatch& match)
{
  const std::string by(name_of(match.by));
  if (by.empty()) return "one reader only";
  return by + (match.distance ? ", " + length_text(match.distance) + " apart" : "");
}

Html lesions_table(const Readings& readings, const ReaderComparison& comparison)
{
  HtmlTable table("plain", text("Length that counts, mm: " + readings[0].reader + " | " + readings[1].reader +
                                ", and the difference. The same lesion: one tracking UID, or the middles of the diameters lie within half "
                                "the longer one in one frame of reference"));
  std::vector<Html> head = text_cells({readings[0].reader, readings[1].reader, "Matched by"});
  const auto &first = readings[0].assessment.timepoints, &second = readings[1].assessment.timepoints;
  for (const auto& timepoint : first) head.push_back(text(timepoint.label.text()));
  table.head(head);
  for (const auto& match : comparison.lesions)
  {
    auto cells = text_cells({lesion_words(match.first), lesion_words(match.second), matched_words(match)});
    for (std::size_t t = 0; t < first.size(); ++t)
      cells.push_back(text(both_lengths(seen(first[t], match.first), seen(second[t], match.second))));
    table.row(cells);
  }
  return section("Lesions", table.finish());
}

Html sources_table(const Readings& readings)
{
  HtmlTable table("plain", text("What was compared"));
  table.head(text_cells({"Reader", "SHA-256 of the case file", "Version"}));
  for (const auto& reading : readings)
  {
    const auto digest = case_digest_of(reading.assessment);
    table.row(text_cells({reading.reader, digest.empty() ? std::string(absent_text) : digest, reading.assessment.software_version}));
  }
  return section("Sources", table.finish());
}

Html fact(const std::string& name, const std::string& value)
{
  return element("div", element("dt", text(name)) + element("dd", text(value)));
}

Html header(const Readings& readings)
{
  const auto& assessment = readings[0].assessment;
  const Html facts = fact("Criteria", assessment.criteria) + fact("Limits", limits_in_words(assessment.limits)) +
                     fact("Readers", readings[0].reader + ", " + readings[1].reader);
  return element("header", element("p", {{"class", "kind"}}, text("Tumour response assessment \u00b7 MRI")) +
                               element("h1", text("Two readings of " + assessment.patient)) + element("dl", {{"class", "facts"}}, facts) +
                               element("p", {{"class", "notice"}},
                                       text("Research tool, not a medical device. Not for diagnosis or treatment decisions.")));
}
}  // namespace

Result<Html> readings_document(const Readings& readings)
{
  const auto comparison = measure::reader_comparison::compare_readings(readings[0].assessment, readings[1].assessment);
  if (!comparison) return comparison.failure();
  return header(readings) + element("main", answer(readings, *comparison) + calls_table(readings) + changes_table(readings, *comparison) +
                                                lesions_table(readings, *comparison) + sources_table(readings));
}
}  // namespace nadir::report
