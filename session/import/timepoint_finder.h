#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "measure/assessment/timepoint_images.h"
#include "report/dicom_object/image_reference.h"

namespace nadir::session
{
/// A slice of a time point's images.
struct FoundSlice
{
  std::size_t timepoint = 0;
  const imaging::ImageStack* stack = nullptr;
  const imaging::SliceSource* slice = nullptr;
};

/// Finds the time point that an object belongs to by the images it names. The images must outlive it.
class TimepointFinder
{
public:
  explicit TimepointFinder(const std::vector<measure::TimepointImages>& timepoints);

  const std::vector<measure::TimepointImages>& timepoints() const { return *timepoints_; }

  /// The slice that an image or a frame of one is; nullopt when no time point has it.
  std::optional<FoundSlice> slice(const report::ImageReference& image) const;
  /// The one time point with this series, or with this frame of reference; nullopt when there is none or more than one.
  std::optional<std::size_t> of_series(const SeriesUid& series) const;
  std::optional<std::size_t> of_frame_of_reference(const FrameOfReferenceUid& frame) const;

private:
  template <class Matches> std::optional<std::size_t> only_one(Matches matches) const;

  const std::vector<measure::TimepointImages>* timepoints_;
  std::multimap<SopInstanceUid, FoundSlice> slices_;
};
}  // namespace nadir::session
