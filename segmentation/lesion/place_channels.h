#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/volume.h"
#include "segmentation/lesion/segment_lesion.h"

namespace nadir::segmentation
{
/// What the files say about the patient frames of two images.
enum class FrameRelation
{
  Shared,     ///< one frame of reference: coordinates match unless the patient moved between the series
  Unknown,    ///< the files do not tell (NIfTI, NRRD)
  Different,  ///< two frames of reference: coordinates do not match
};

/// A further image of the same examination.
struct ExtraImage
{
  std::shared_ptr<const imaging::Volume> volume;
  std::string name;  ///< for messages
  FrameRelation relation = FrameRelation::Unknown;
};

/// Images that can be looked at together.
struct PlacedChannels
{
  std::vector<std::shared_ptr<const imaging::Volume>> channels;  ///< the first image, then the others, moved onto it where that was needed
  std::vector<std::string> words;     ///< what was found, with the quality of the registration; one sentence an image
  std::vector<std::string> warnings;  ///< what a person must look at
};

/// Looks for a movement of the patient between `first` and each further image (rigid, mutual information) and takes it out.
///
/// The movement counts at the place that the prompt marks (patient LPS, mm, frame of `first`). Below 1.5 mm, or when the information does
/// not rise by it, the image stays where its coordinates say. An image of the same frame is never moved by more than 15 mm: so much
/// is more often an error than a movement. Voxels are not resampled: only the moved image's geometry changes.
/// An image of a different frame that cannot be registered is Failure{ChannelMismatch}; one of the same or of an unknown frame stays where
/// it is, with a warning.
Result<PlacedChannels> place_channels(std::shared_ptr<const imaging::Volume> first, const std::vector<ExtraImage>& extra,
                                      const LesionPrompt& prompt);
}  // namespace nadir::segmentation
