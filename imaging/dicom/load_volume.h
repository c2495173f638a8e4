#pragma once

#include <memory>

#include "imaging/dicom/progress.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
struct LoadConfig
{
  int threads = 0;   ///< 0 = as many as the machine has processors
  Progress progress;
};

/// Reads the pixels of a stack. Memory: the stored pixels once, plus one slice per thread.
/// Failures: LoaderError::NotAVolume for a stack without geometry, otherwise what the pixel loader says, naming the file.
Result<std::shared_ptr<const Volume>> load_volume(const ImageStack& stack, const LoadConfig& config = {});

/// Reads one slice as a volume of one slice, e.g. the middle one as a first image.
Result<std::shared_ptr<const Volume>> load_slice(const ImageStack& stack, int k);
}  // namespace nadir::imaging
