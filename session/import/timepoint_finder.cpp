#include "session/import/timepoint_finder.h"

#include <algorithm>

namespace nadir::session
{
TimepointFinder::TimepointFinder(const std::vector<measure::TimepointImages>& timepoints) : timepoints_(&timepoints)
{
  for (std::size_t t = 0; t < timepoints.size(); ++t)
    for (const auto* stack : timepoints[t].stacks())
      for (const auto& slice : stack->slices) slices_.emplace(slice.sop_instance, FoundSlice{t, stack, &slice});
}

std::optional<FoundSlice> TimepointFinder::slice(const report::ImageReference& image) const
{
  const auto [first, last] = slices_.equal_range(image.object.sop_instance);
  for (auto found = first; found != last; ++found)
    if (image.frame == 0 || found->second.slice->frame == image.frame - 1) return found->second;
  return std::nullopt;
}

template <class Matches> std::optional<std::size_t> TimepointFinder::only_one(Matches matches) const
{
  std::optional<std::size_t> found;
  for (std::size_t t = 0; t < timepoints_->size(); ++t)
  {
    const auto stacks = (*timepoints_)[t].stacks();
    if (std::none_of(stacks.begin(), stacks.end(), matches)) continue;
    if (found) return std::nullopt;
    found = t;
  }
  return found;
}

std::optional<std::size_t> TimepointFinder::of_series(const SeriesUid& series) const
{
  if (series.empty()) return std::nullopt;
  return only_one([&](const imaging::ImageStack* stack) { return stack->series == series; });
}

std::optional<std::size_t> TimepointFinder::of_frame_of_reference(const FrameOfReferenceUid& frame) const
{
  if (frame.empty()) return std::nullopt;
  return only_one([&](const imaging::ImageStack* stack) { return stack->certificate.frame_of_reference == frame; });
}
}  // namespace nadir::session
