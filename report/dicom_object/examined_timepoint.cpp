#include "report/dicom_object/examined_timepoint.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::report
{
namespace
{
using imaging::ImageStack;

bool has_images(const ImageStack* stack) { return stack && !stack->slices.empty() && stack->slices.front().file; }
}  // namespace

ExaminedTimepoint::ExaminedTimepoint(const measure::AssessedCase& assessed, std::size_t index) : assessed_(&assessed), index_(index)
{
  NADIR_EXPECTS(index < assessed.timepoints.size() && index < assessed.lesions.size() && index < assessed.assessment.timepoints.size());
}

const imaging::SliceSource* ExaminedTimepoint::study_image() const
{
  for (const auto& lesion : lesions())
    if (has_images(lesion.stack)) return &lesion.stack->slices.front();
  for (const auto* stack : images().stacks())
    if (has_images(stack)) return &stack->slices.front();
  return nullptr;
}

const ImageStack* ExaminedTimepoint::stack_of(const measure::MeasuredLesion& lesion) const
{
  if (lesion.stack) return lesion.stack;
  for (const auto& other : lesions())
    if (other.stack && other.stack->geometry) return other.stack;
  for (const auto* stack : images().stacks())
    if (stack->geometry && stack->certificate.is_measurable()) return stack;
  return nullptr;
}

std::vector<ExaminedTimepoint> examined_timepoints(const measure::AssessedCase& assessed)
{
  std::vector<ExaminedTimepoint> examined;
  for (std::size_t t = 0; t < assessed.timepoints.size(); ++t)
    if (const ExaminedTimepoint timepoint(assessed, t); timepoint.study_image()) examined.push_back(timepoint);
  return examined;
}

std::optional<std::size_t> slice_of(const measure::Caliper& line, const ImageStack& stack)
{
  if (line.sop_instance.empty()) return std::nullopt;
  const auto is_named = [&](const imaging::SliceSource& slice) { return slice.sop_instance == line.sop_instance; };
  // Frames of one object share its UID; there the slice number tells them apart, else the plane that the line lies in.
  const auto is_named_at = [&](double k)
  { return k >= 0.0 && k < static_cast<double>(stack.slices.size()) && is_named(stack.slices[static_cast<std::size_t>(k)]); };
  if (line.slice && is_named_at(*line.slice)) return static_cast<std::size_t>(*line.slice);
  if (const auto k = stack.geometry ? std::round(stack.geometry->patient_to_voxel(line.from).k) : -1.0; is_named_at(k))
    return static_cast<std::size_t>(k);
  const auto found = std::find_if(stack.slices.begin(), stack.slices.end(), is_named);
  if (found == stack.slices.end()) return std::nullopt;
  return static_cast<std::size_t>(found - stack.slices.begin());
}
}  // namespace nadir::report
