#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "imaging/dicom/worker/message.h"
#include "imaging/gate/dicom_file.h"

namespace nadir::imaging
{
/// Which fragments of encapsulated pixel data make up which frame (DICOM PS3.5 A.4).
///
/// In this order: the basic offset table where it is there and agrees with the fragments; one fragment a frame where the counts
/// agree; all fragments for a single frame. Otherwise no assignment is certain, and the file is refused in words.
/// An RLE frame is always one fragment (PS3.5 A.4.2).
class FrameFragments
{
public:
  /// Failure: LoaderError::DecodeFailed.
  static Result<FrameFragments> make(const PixelLayout& pixels, worker::Codec codec);

  /// Byte ranges of a frame, 0-based, in order.
  std::span<const worker::FileRange> of_frame(int frame) const;

private:
  FrameFragments(std::vector<worker::FileRange> ranges, std::vector<std::size_t> first_of_frame);

  std::vector<worker::FileRange> ranges_;
  std::vector<std::size_t> first_of_frame_;  ///< one more than frames: the end
};
}  // namespace nadir::imaging
