#include "report/document/response_plots.h"

#include <algorithm>
#include <cmath>

#include "report/document/display_text.h"
#include "report/document/lesion_row.h"
#include "report/document/time_axis.h"

namespace nadir::report
{
namespace
{
using measure::Assessment;
using measure::LesionAssessment;

constexpr std::size_t most_in_half_a_page = 5;
constexpr std::size_t lesion_styles = 8;  // of the style sheet

LinePlot empty_plot(const Assessment& assessment, const TimeAxis& axis)
{
  LinePlot plot;
  plot.width = assessment.timepoints.size() > most_in_half_a_page ? 860.0 : 420.0;
  plot.x_title = axis.is_by_date ? "time points, spaced by date" : "time points, equally spaced";
  for (std::size_t t = 0; t < axis.places.size(); ++t)
    plot.ticks.push_back(
        {axis.places[t], shortened(assessment.timepoints[t].label.text(), 16), shortened(assessment.timepoints[t].date, 10)});
  return plot;
}

std::optional<double> number(const std::optional<Millimeters>& length) { return length ? std::optional(length->value()) : std::nullopt; }

PlotLine sum_line(const Assessment& assessment, const TimeAxis& axis)
{
  PlotLine line{"", "sum", {}};
  for (std::size_t t = 0; t < axis.places.size(); ++t)
  {
    const auto& sum = assessment.timepoints[t].response.sum_of_diameters;
    line.points.push_back({axis.places[t], number(sum), std::nullopt, sum ? length_digits(sum) : "no complete sum"});
  }
  return line;
}

/// Reported lengths are whole quanta, so the limits drawn are those compared (rule N5).
double progression_limit(Millimeters nadir, const measure::ResponseLimits& limits)
{
  return std::max(nadir.value() * (1.0 + limits.progression_increase_percent / 100.0),
                  nadir.value() + limits.progression_minimum_increase.value());
}

double response_limit(Millimeters baseline, const measure::ResponseLimits& limits)
{
  return baseline.value() * (1.0 - limits.partial_response_decrease_percent / 100.0);
}

/// Limits are shown to the tenth of a millimetre that still meets them: a sum of the number shown is PD, or PR.
double rounded_up(double limit) { return std::ceil(limit * 10.0 - 1e-6) / 10.0; }
double rounded_down(double limit) { return std::floor(limit * 10.0 + 1e-6) / 10.0; }

std::string named(const char* name, double limit) { return std::string(name) + " " + length_digits(Millimeters{limit}); }

void add_progression_limits(const Assessment& assessment, const TimeAxis& axis, LinePlot& plot)
{
  const std::size_t count = axis.places.size();
  for (std::size_t t = 1; t < count; ++t)
  {
    const auto& nadir = assessment.timepoints[t].response.nadir_sum;
    if (!nadir) continue;
    const double limit = progression_limit(*nadir, assessment.limits);
    if (!std::isfinite(limit)) continue;
    const double begin = 0.5 * (axis.places[t - 1] + axis.places[t]),
                 end = t + 1 < count ? 0.5 * (axis.places[t] + axis.places[t + 1]) : 1.0;
    plot.limits.push_back({t + 1 < count ? "" : named("PD from", rounded_up(limit)), "limit-pd", begin, end, limit});
  }
}

/// Where the nadir that counts for the last time point was reached.
double place_of_nadir(const Assessment& assessment, const TimeAxis& axis, Millimeters nadir)
{
  for (std::size_t t = 0; t < axis.places.size(); ++t)
    if (assessment.timepoints[t].response.sum_of_diameters == nadir) return axis.places[t];
  return 0.0;
}

void add_references(const Assessment& assessment, const TimeAxis& axis, LinePlot& plot)
{
  const auto& first = assessment.timepoints.front().response;
  const auto& nadir = assessment.timepoints.back().response.nadir_sum;
  const auto baseline = first.baseline_sum ? first.baseline_sum : first.sum_of_diameters;
  if (!baseline) return;
  plot.limits.push_back({named("baseline", baseline->value()), "limit-baseline", 0.0, 1.0, baseline->value()});
  const double response = response_limit(*baseline, assessment.limits);
  if (std::isfinite(response)) plot.limits.push_back({named("PR to", rounded_down(response)), "limit-pr", 0.0, 1.0, response});
  if (nadir)
    plot.limits.push_back({named("nadir", nadir->value()), "limit-nadir", place_of_nadir(assessment, axis, *nadir), 1.0, nadir->value()});
}

/// Text for those who cannot see the plot: "baseline 100.0 mm; follow-up 96.0 mm".
template <class ValueText> std::string read_aloud(const Assessment& assessment, const ValueText& value_text)
{
  std::string values;
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t)
  {
    if (t > 0) values += "; ";
    values += assessment.timepoints[t].label.text() + " " + value_text(t);
  }
  return values;
}

/// An absent lesion has 0 mL.
std::optional<double> known_volume(const LesionAssessment& lesion)
{
  if (lesion.volume) return lesion.volume->value();
  return lesion.state == "ABSENT" ? std::optional(0.0) : std::nullopt;
}

PlotLine volume_line(const LesionRow& row, const TimeAxis& axis, std::size_t number_of_line)
{
  PlotLine line{row.lesion->id.text(), "lesion-" + std::to_string(number_of_line % lesion_styles), {}};
  for (std::size_t t = 0; t < axis.places.size(); ++t)
  {
    PlotPoint point{axis.places[t], std::nullopt, std::nullopt, ""};
    const auto* lesion = row.at_timepoint[t];
    if (lesion) point.y = known_volume(*lesion);
    if (lesion && lesion->volume_uncertainty) point.error = lesion->volume_uncertainty->value();
    line.points.push_back(point);
  }
  return line;
}

/// Non-target lesions that are only said to be present or absent have no line.
bool has_volumes(const LesionRow& row)
{
  return std::any_of(row.at_timepoint.begin(), row.at_timepoint.end(),
                     [](const LesionAssessment* lesion) { return lesion && lesion->volume; });
}

/// Volume of all targets; a target without a volume leaves a gap.
std::optional<double> total_volume(const std::vector<LesionRow>& rows, std::size_t timepoint)
{
  double total = 0.0;
  for (const auto& row : rows)
  {
    if (row.lesion->role != measure::LesionRole::Target) continue;
    const auto* lesion = row.at_timepoint[timepoint];
    const auto volume = lesion ? known_volume(*lesion) : std::nullopt;
    if (!volume) return std::nullopt;
    total += *volume;
  }
  return total;
}

bool has_points(const PlotLine& line)
{
  return std::any_of(line.points.begin(), line.points.end(), [](const PlotPoint& point) { return point.y.has_value(); });
}

PlotLine total_line(const std::vector<LesionRow>& rows, const TimeAxis& axis)
{
  PlotLine line{"all targets", "sum", {}};
  for (std::size_t t = 0; t < axis.places.size(); ++t)
  {
    const auto total = total_volume(rows, t);
    line.points.push_back({axis.places[t], total, std::nullopt, ""});
  }
  return line;
}

void write_values(PlotLine& line)
{
  for (auto& point : line.points)
  {
    if (!point.y) continue;
    const std::string words = volume_text(Milliliters{*point.y});
    point.label = words.substr(0, words.find(' '));
  }
}
}  // namespace

LinePlot sum_plot(const Assessment& assessment)
{
  const TimeAxis axis = time_axis(assessment.timepoints);
  LinePlot plot = empty_plot(assessment, axis);
  plot.y_title = "sum of diameters, mm";
  plot.title =
      "Sum of diameters: " + read_aloud(assessment, [&](std::size_t t)
                                        { return length_text(assessment.timepoints[t].response.sum_of_diameters, assessment.limits); });
  if (assessment.timepoints.empty()) return plot;
  plot.lines.push_back(sum_line(assessment, axis));
  add_references(assessment, axis, plot);
  add_progression_limits(assessment, axis, plot);
  return plot;
}

LinePlot volume_plot(const Assessment& assessment)
{
  const TimeAxis axis = time_axis(assessment.timepoints);
  const auto rows = lesion_rows(assessment);
  LinePlot plot = empty_plot(assessment, axis);
  plot.y_title = "volume, mL (bars: one standard deviation)";
  for (const auto& row : rows)
    if (has_volumes(row)) plot.lines.push_back(volume_line(row, axis, plot.lines.size()));
  const auto targets =
      std::count_if(rows.begin(), rows.end(), [](const LesionRow& row) { return row.lesion->role == measure::LesionRole::Target; });
  if (auto total = total_line(rows, axis); targets > 1 && has_points(total)) plot.lines.push_back(total);
  if (!plot.lines.empty()) write_values(plot.lines.back());
  plot.title = "Volume of all targets: " + read_aloud(assessment,
                                                      [&](std::size_t t)
                                                      {
                                                        const auto total = total_volume(rows, t);
                                                        return volume_text(total ? std::optional(Milliliters{*total}) : std::nullopt);
                                                      });
  return plot;
}
}  // namespace nadir::report
