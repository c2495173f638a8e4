// report.pdf and report.html of a case with two dates and three lesions, each with a key image of 512 x 512: median time (goal 1.0 s for
// the PDF). Exit code 1 when the goal is missed.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"
#include "report/document/html_report.h"
#include "report/pdf/pdf_report.h"

namespace
{
using namespace nadir;
using namespace nadir::measure;

/// Bands of tissue with a bright lesion in the middle.
KeyImage key_image(double radius)
{
  KeyImage image;
  image.columns = image.rows = 512;
  image.column_spacing_mm = image.row_spacing_mm = 0.7;
  image.window_center = 500.0;
  image.window_width = 1000.0;
  image.left_side_letter = "R";
  image.top_side_letter = "A";
  for (int y = 0; y < image.rows; ++y)
    for (int x = 0; x < image.columns; ++x)
      image.values.push_back((x - 256) * (x - 256) + (y - 256) * (y - 256) < radius * radius ? 900.0f
                                                                                             : static_cast<float>((x * 31 + y * 17) % 400));
  image.calipers = {{{256.0 - radius, 256.0}, {256.0 + radius, 256.0}, "LD"}, {{256.0, 256.0 - radius}, {256.0, 256.0 + radius}, "SA"}};
  image.contours.emplace_back();
  for (int k = 0; k < 180; ++k)
  {
    const double angle = k * std::numbers::pi / 90.0;
    image.contours[0].push_back({256.0 + radius * std::cos(angle), 256.0 + radius * std::sin(angle)});
  }
  return image;
}

LesionAssessment lesion(const std::string& id, double radius)
{
  LesionAssessment result;
  result.lesion = {LesionId{id}, LesionRole::Target, "soft tissue", false};
  result.state = "MEASURED";
  result.longest_diameter = Caliper{{0, 0, 0}, {1.4 * radius, 0, 0}, Millimeters{1.4 * radius}, {}, {}, 4};
  result.short_axis = result.longest_diameter;
  result.volume = Milliliters{radius};
  result.response_contribution = Millimeters{1.4 * radius};
  result.key_image = key_image(radius);
  return result;
}

Assessment example()
{
  Assessment assessment;
  assessment.patient = "bench";
  for (const auto& [label, date, factor] : {std::tuple{"baseline", "2024-01-31", 1.0}, {"follow-up", "2024-04-24", 0.9}})
  {
    TimepointAssessment timepoint;
    timepoint.label = TimepointLabel{label};
    timepoint.date = date;
    timepoint.lesions = {lesion("T01", 80.0 * factor), lesion("T02", 50.0 * factor), lesion("T03", 30.0 * factor)};
    timepoint.response.sum_of_diameters = Millimeters{224.0 * factor};
    timepoint.response.overall_response = factor < 1.0 ? "SD" : "baseline";
    assessment.timepoints.push_back(std::move(timepoint));
  }
  return assessment;
}

template <class Work> double median_seconds(const Work& work)
{
  std::vector<double> seconds;
  for (int run = 0; run < 7; ++run)
  {
    const auto start = std::chrono::steady_clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::ranges::sort(seconds);
  return seconds[seconds.size() / 2];
}
}  // namespace

int main()
{
  constexpr double goal = 1.0;
  const auto assessment = example();
  std::size_t bytes = 0;
  const double pdf = median_seconds([&] { bytes = report::to_pdf(assessment).bytes.size(); });
  const double html = median_seconds([&] { static_cast<void>(report::to_html(assessment)); });
  std::printf("report.pdf, 2 dates, 3 lesions, %zu kB: %s s  (goal %s s) %s; report.html: %s s\n", bytes / 1024,
              format_fixed(pdf, 2).c_str(), format_fixed(goal, 1).c_str(), pdf <= goal ? "met" : "MISSED", format_fixed(html, 2).c_str());
  return pdf <= goal ? 0 : 1;
}
