#pragma once

#include <memory>

#include "imaging/dicom/progress.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
struct LoadConfig
{
  int threads = 0;    ///< 0 = as many as the machine has processors
  Progress progress;  ///< counts slices
};

/// Reads the pixels of a stack. Memory: the stored pixels once, plus one compressed slice per thread.
/// Stored values are kept as they are: MONOCHROME1 is not inverted, padding is not removed; rescale goes along, one per slice.
/// Failures: LoaderError::NotAVolume for a stack without geometry or with slices of unlike pixels, Cancelled, OutOfMemory;
/// otherwise what the pixel loader says, with the name of the file.
Result<std::shared_ptr<const Volume>> load_volume(const ImageStack& stack, const LoadConfig& config = {});

/// Reads one slice as a volume of one slice, e.g. the middle one as a first image. k must be a slice of the stack.
/// Failures as load_volume.
Result<std::shared_ptr<const Volume>> load_slice(const ImageStack& stack, int k);
}  // namespace nadir::imaging
