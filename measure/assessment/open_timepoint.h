#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/timepoint_images.h"
#include "measure/assessment/timepoint_volumes.h"

namespace nadir::measure
{
/// A time point that is open: what its folder holds, and the pixels loaded so far. Shared by whoever shows and whoever measures, so that
/// pixels are in memory once; several threads may use it.
class OpenTimepoint
{
public:
  /// Scans the folder. Failures: those of `read_timepoint_images`.
  static Result<std::shared_ptr<OpenTimepoint>> open(const CaseTimepoint& timepoint, const imaging::Progress& progress = {});

  explicit OpenTimepoint(TimepointImages images);
  OpenTimepoint(const OpenTimepoint&) = delete;
  OpenTimepoint& operator=(const OpenTimepoint&) = delete;

  const TimepointImages& images() const { return images_; }
  TimepointVolumes& volumes() { return volumes_; }

  /// SHA-256 of every image file, sorted, one a line; the files are read once. A file that cannot be read any more counts as "".
  /// Cancelled through `progress`: LoaderError::Cancelled.
  Result<std::string> file_digests(const imaging::Progress& progress = {});

private:
  TimepointImages images_;
  TimepointVolumes volumes_;
  std::mutex digests_guard_;
  std::optional<std::string> file_digests_;
};
}  // namespace nadir::measure
