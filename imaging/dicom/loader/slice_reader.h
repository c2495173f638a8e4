#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "imaging/dicom/loader/slice_runs.h"
#include "imaging/dicom/pixel_loader.h"
#include "imaging/dicom/progress.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// Reads slices of equal size into one buffer, with several threads. Every thread has its own pixel loader.
class SliceReader
{
public:
  /// `destination` holds the slices one after the other and outlives the reader.
  SliceReader(std::span<const SliceSource> slices, std::span<std::byte> destination, Progress progress);

  /// Failures: LoaderError, GateError::Unreadable, with the name of the file; of several, that of the first slice.
  Result<Done> read(int threads);

private:
  struct FailedRun
  {
    std::size_t first = 0;
    Failure failure;
  };
  void work();
  void work_safely();
  Result<Done> read_run(PixelLoader& loader, SliceRun run);
  void fail(std::size_t first, Failure failure);
  void report(std::size_t count);

  std::span<const SliceSource> slices_;
  std::span<std::byte> destination_;
  std::size_t slice_bytes_;
  std::vector<SliceRun> runs_;
  Progress progress_;

  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::optional<FailedRun> failed_;
};
}  // namespace nadir::imaging
