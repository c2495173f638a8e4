#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"

namespace nadir::imaging
{
/// The fields of a NIfTI-1 or NIfTI-2 header that images and masks need, as they stand in the file (RAS, file's unit).
struct NiftiFields
{
  bool is_big_endian = false;
  std::array<std::int64_t, 8> dim{};
  int datatype = 0;
  int bitpix = 0;
  std::array<double, 8> pixdim{};
  double vox_offset = 0.0;
  double scl_slope = 0.0;
  double scl_inter = 0.0;
  int qform_code = 0;
  int sform_code = 0;
  std::array<double, 3> quaternion{};  ///< b, c, d
  std::array<double, 3> qoffset{};
  std::array<std::array<double, 4>, 3> sform{};  ///< srow_x, srow_y, srow_z
  int units = 0;                                 ///< xyzt_units
  std::size_t header_bytes = 348;
};

/// Failures: Malformed, Unsupported (Analyze 7.5, .hdr/.img pair), Truncated.
Result<NiftiFields> read_nifti_fields(std::span<const std::byte> start);
}  // namespace nadir::imaging
