#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "imaging/dicom/loader/loader_process.h"
#include "imaging/dicom/loader/output_file.h"
#include "imaging/dicom/loader/pixel_source.h"
#include "imaging/gate/dicom_file.h"

namespace nadir::imaging
{
/// Has a loader process decode frames and inflate files; starts it when needed.
class CompressedFrames
{
public:
  explicit CompressedFrames(const WorkerLimits& limits) : limits_(limits) {}

  /// Frames from `first` on until `destination` is full. Failures: LoaderError.
  Result<Done> decode(PixelSource& source, const DicomFile& file, int first, std::span<std::byte> destination);

  /// The data set of a deflated file, inflated, behind `header`. Failures: LoaderError.
  Result<std::vector<std::byte>> inflate(PixelSource& source, const DicomFile& file, std::vector<std::byte> header,
                                         std::uint64_t most_bytes);

private:
  Result<worker::Reply> ask(const worker::Request& request, std::span<const worker::FileRange> ranges, int input, double extra_seconds);
  Result<Done> make_ready();

  WorkerLimits limits_;
  std::optional<LoaderProcess> process_;
  OutputFile output_;
};
}  // namespace nadir::imaging
