#include "segmentation/lesion/training/imprecise_prompts.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "segmentation/lesion/training/random_numbers.h"

namespace nadir::segmentation::lesion
{
namespace
{
constexpr double degree = 3.14159265358979323846 / 180.0;

PatientPoint middle(const PromptLine& line) { return line.from + 0.5 * (line.to - line.from); }

PatientVector turned(PatientVector v, PatientVector normal, double angle)
{
  return std::cos(angle) * v + std::sin(angle) * cross(normal, v);
}

PromptLine turned(const PromptLine& line, PatientPoint about, PatientVector normal, double angle)
{
  return {about + turned(line.from - about, normal, angle), about + turned(line.to - about, normal, angle)};
}

SimulatedPrompt with_ends_off(SimulatedPrompt marks, const GridAxes& axes, double by, RandomNumbers& random)
{
  for (auto* line : {&marks.long_axis, &marks.short_axis})
    for (auto* end : {&line->from, &line->to})
    {
      const double angle = random.flat(0.0, 360.0 * degree);
      *end = *end + by * std::cos(angle) * axes.i + by * std::sin(angle) * axes.j;
    }
  return marks;
}

SimulatedPrompt moved(SimulatedPrompt marks, PatientVector by)
{
  for (auto* line : {&marks.long_axis, &marks.short_axis}) *line = {line->from + by, line->to + by};
  return marks;
}

SimulatedPrompt turned(SimulatedPrompt marks, PatientVector normal, double angle)
{
  const auto about = middle(marks.long_axis);
  marks.long_axis = turned(marks.long_axis, about, normal, angle);
  marks.short_axis = turned(marks.short_axis, about, normal, angle);
  return marks;
}

SimulatedPrompt scaled(SimulatedPrompt marks, double by)
{
  for (auto* line : {&marks.long_axis, &marks.short_axis})
  {
    const auto about = middle(*line);
    *line = {about + by * (line->from - about), about + by * (line->to - about)};
  }
  return marks;
}

/// From border to border through a place, along a direction.
PromptLine chord(const Mask& truth, PatientPoint about, PatientVector direction)
{
  constexpr double step = 0.5, reach = 200.0;  // mm
  double first = reach, last = -reach;
  for (double at = -reach; at <= reach; at += step)
  {
    const auto place = truth.geometry().patient_to_voxel(about + at * direction);
    const VoxelIndex voxel{static_cast<int>(std::lround(place.i)), static_cast<int>(std::lround(place.j)),
                           static_cast<int>(std::lround(place.k))};
    if (truth.contains(voxel)) first = std::min(first, at), last = std::max(last, at);
  }
  return {about + first * direction, about + last * direction};
}

/// Both axes as chords through the middle of the long one.
SimulatedPrompt as_chords(SimulatedPrompt marks, const Mask& truth, double angle)
{
  const auto about = middle(marks.long_axis);
  const auto normal = truth.geometry().axes().k, line = marks.long_axis.to - marks.long_axis.from;
  const auto direction = turned((1.0 / norm(line)) * line, normal, angle);
  marks.long_axis = chord(truth, about, direction);
  marks.short_axis = chord(truth, about, cross(normal, direction));
  return marks;
}

/// First and last slice both farther out by a number of slices, or farther in.
SimulatedPrompt with_ends_moved(SimulatedPrompt marks, PatientVector slice, double by)
{
  marks.extent = {marks.extent.from + (-by) * slice, marks.extent.to + by * slice};
  return marks;
}

int quarter_slice(const Mask& truth, double share)
{
  return truth.box().first.k + static_cast<int>(std::lround(share * (truth.box().size.k - 1)));
}
}  // namespace

std::vector<ImprecisePrompt> imprecise_prompts(const Mask& truth)
{
  const auto careful = simulated_prompt(truth);
  const auto& axes = truth.geometry().axes();
  const auto slice = truth.geometry().spacing().k * axes.k;
  std::vector<ImprecisePrompt> prompts{{"none", careful}};
  RandomNumbers random(truth.count());
  for (const int off : {2, 3, 4})
    for (const char* time : {"a", "b"}) prompts.push_back({"ends" + std::to_string(off) + time, with_ends_off(careful, axes, off, random)});
  for (const double by : {-1.0, 1.0})
  {
    const std::string sign = by < 0.0 ? "-" : "+";
    prompts.push_back({"slice" + sign, moved(careful, by * slice)});
    prompts.push_back({"turned" + sign, turned(careful, axes.k, 20.0 * degree * by)});
    prompts.push_back({"chord" + sign, as_chords(careful, truth, 20.0 * degree * by)});
    prompts.push_back({"length" + sign, scaled(careful, 1.0 + 0.1 * by)});
    prompts.push_back({"extent" + sign, with_ends_moved(careful, slice, by)});
    auto quarter = simulated_prompt_in(truth, quarter_slice(truth, 0.5 + 0.25 * by));
    prompts.push_back({"small_slice" + sign, quarter});
  }
  return prompts;
}
}  // namespace nadir::segmentation::lesion
