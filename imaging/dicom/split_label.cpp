#include "imaging/dicom/split_label.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "imaging/geometry/anatomical_plane.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr double direction_tolerance = 5e-4;
constexpr double relative_spacing_tolerance = 1e-4;

/// Lowest values of the groups that the sorted values fall into.
std::vector<double> group_starts(std::vector<double> values, double tolerance)
{
  std::ranges::sort(values);
  std::vector<double> starts;
  double previous = -std::numeric_limits<double>::infinity();
  for (const double value : values)
  {
    if (value - previous > tolerance) starts.push_back(value);
    previous = value;
  }
  return starts;
}

double start_of(double value, const std::vector<double>& starts) { return *std::prev(std::ranges::upper_bound(starts, value)); }

SplitLabel number_label(const NumberCriterion& criterion, std::optional<double> value, const std::vector<double>& starts)
{
  if (!value) return {-std::numeric_limits<double>::infinity(), "no " + criterion.name};
  const double start = start_of(*value, starts);
  return {start, criterion.name + " " + format_number(std::round(start * 1000.0) / 1000.0) + criterion.unit};
}

bool are_close(PatientVector a, PatientVector b)
{
  const auto d = a - b;
  return std::max({std::abs(d.left), std::abs(d.posterior), std::abs(d.superior)}) <= direction_tolerance;
}

bool have_same_orientation(const ImageFrame& a, const ImageFrame& b)
{
  return are_close(a.placement.row, b.placement.row) && are_close(a.placement.column, b.placement.column);
}

bool are_close(double a, double b) { return std::abs(a - b) <= relative_spacing_tolerance * std::max(a, b); }

bool have_same_spacing(const ImageFrame& a, const ImageFrame& b)
{
  return are_close(a.placement.row_spacing, b.placement.row_spacing) && are_close(a.placement.column_spacing, b.placement.column_spacing);
}

std::string orientation_words(const ImageFrame& frame)
{
  const auto normal = cross(frame.placement.row, frame.placement.column);
  return std::string(name_of(nearest_plane(normal))) + " orientation, " + format_fixed(obliquity_degrees(normal), 1) + " degrees oblique";
}

std::string spacing_words(const ImageFrame& frame)
{
  return "pixel spacing " + format_number(frame.placement.row_spacing) + " x " + format_number(frame.placement.column_spacing) + " mm";
}

/// Labels by groups around the first frame of each: `are_alike` need not be transitive, the canonical order of frames decides.
template <class Alike, class Words> std::vector<SplitLabel> label_by_likeness(const FrameList& frames, Alike are_alike, Words words)
{
  FrameList representatives;
  std::vector<SplitLabel> labels;
  for (const auto* frame : frames)
  {
    const auto found = std::ranges::find_if(representatives, [&](const ImageFrame* other) { return are_alike(*frame, *other); });
    labels.push_back({static_cast<double>(found - representatives.begin()), words(found == representatives.end() ? *frame : **found)});
    if (found == representatives.end()) representatives.push_back(frame);
  }
  return labels;
}
}  // namespace

LabelFrames by_number(NumberCriterion criterion)
{
  return [criterion = std::move(criterion)](const FrameList& frames)
  {
    std::vector<double> known;
    for (const auto* frame : frames)
      if (const auto value = criterion.value(*frame)) known.push_back(*value);
    const auto starts = group_starts(std::move(known), criterion.tolerance);
    std::vector<SplitLabel> labels;
    labels.reserve(frames.size());
    for (const auto* frame : frames) labels.push_back(number_label(criterion, criterion.value(*frame), starts));
    return labels;
  };
}

LabelFrames by_text(std::string name, std::function<std::string(const ImageFrame&)> text)
{
  return [name = std::move(name), text = std::move(text)](const FrameList& frames)
  {
    std::vector<SplitLabel> labels;
    labels.reserve(frames.size());
    for (const auto* frame : frames) labels.push_back({0.0, name + " " + text(*frame)});
    return labels;
  };
}

std::vector<SplitLabel> label_orientations(const FrameList& frames)
{
  return label_by_likeness(frames, have_same_orientation, orientation_words);
}
std::vector<SplitLabel> label_pixel_spacings(const FrameList& frames)
{
  return label_by_likeness(frames, have_same_spacing, spacing_words);
}
}  // namespace nadir::imaging
