#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "imaging/dicom/pixel_loader.h"
#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"
#include "segmentation/mask/seg_object.h"

namespace nadir::segmentation
{
/// Gives the label values of one frame after the other, in any order.
class SegPixels
{
public:
  /// The file must have pixels that fit the kind. Failures: LoaderError, GateError, Unsupported.
  static Result<SegPixels> open(const std::filesystem::path& path, const imaging::DicomFile& file, const SegObject& object);

  /// rows x columns values of a frame: its segment's number or 0; in a label map the value, 0 for padding.
  /// Failures: LoaderError, GateError, Malformed (value above the maximum fraction).
  Result<std::vector<std::int32_t>> labels(const SegFrame& frame);

private:
  SegPixels(std::filesystem::path path, const imaging::DicomFile& file, const SegObject& object);
  Result<std::vector<std::int32_t>> stored_values(int frame);

  std::filesystem::path path_;
  const imaging::DicomFile* file_;
  const SegObject* object_;
  imaging::PixelLoader loader_;
  std::vector<std::byte> packed_;  ///< all frames of a native binary segmentation
};
}  // namespace nadir::segmentation
