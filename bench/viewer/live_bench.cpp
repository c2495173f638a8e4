// Moves a caliper of an open case again and again: how long until the assessment is there?
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "measure/assessment/case_assessor.h"
#include "measure/assessment/case_file.h"

using namespace nadir;
using namespace nadir::measure;

namespace
{
constexpr double limit_ms = 50.0;
constexpr int moves = 100;

double milliseconds_since(std::chrono::steady_clock::time_point start)
{
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Result<std::vector<std::shared_ptr<OpenTimepoint>>> opened(const Case& input)
{
  std::vector<std::shared_ptr<OpenTimepoint>> timepoints;
  for (const auto& timepoint : input.timepoints)
  {
    auto opened = OpenTimepoint::open(timepoint);
    if (!opened) return opened.failure();
    timepoints.push_back(std::move(*opened));
  }
  return timepoints;
}

/// Puts a caliper beside the first lesion's mask (or moves its caliper) by so many mm.
void move_caliper(Prompt& prompt, const measure::Caliper& drawn, double by)
{
  const CaliperPrompt caliper{{drawn.from, drawn.to + PatientVector{by, 0, 0}}, std::nullopt};
  if (auto* mask = std::get_if<MaskPrompt>(&prompt)) mask->drawn = caliper;
  else prompt = caliper;
}

int tell(const Failure& failure)
{
  std::fprintf(stderr, "%s\n", failure.message().c_str());
  return 2;
}

int run(Case input)
{
  auto timepoints = opened(input);
  if (!timepoints) return tell(timepoints.failure());
  CaseAssessor assessor(*timepoints);
  const auto start = std::chrono::steady_clock::now();
  const auto first = assessor.assess(input, Thoroughness::Live);
  if (!first) return tell(first.failure());
  const double from_nothing = milliseconds_since(start);
  const auto drawn = first->timepoints.front().lesions.front().longest_diameter;
  if (!drawn) return tell(Failure{AssessmentError::CaseInvalid, "the first lesion has no diameter at baseline"});
  std::vector<double> times;
  for (int move = 0; move < moves; ++move)
  {
    move_caliper(input.lesions.front().prompts.at(input.timepoints.front().label), *drawn, 0.05 * (1 + move % 20));
    const auto begin = std::chrono::steady_clock::now();
    if (const auto again = assessor.assess(input, Thoroughness::Live); !again) return tell(again.failure());
    times.push_back(milliseconds_since(begin));
  }
  std::sort(times.begin(), times.end());
  const double median = times[times.size() / 2], p95 = times[times.size() * 95 / 100];
  std::printf("first assessment on open images: %.0f ms\n", from_nothing);
  std::printf("after a moved caliper: median %.2f ms, 95 of 100 within %.2f ms, longest %.2f ms (limit %.0f)\n", median, p95, times.back(),
              limit_ms);
  return p95 <= limit_ms ? 0 : 1;
}
}  // namespace

int main(int argc, char** argv)
{
  if (argc != 2)
  {
    std::fprintf(stderr, "nadir-bench-live CASE.json\n");
    return 64;
  }
  const auto input = read_case_file(argv[1]);
  return input ? run(*input) : tell(input.failure());
}
