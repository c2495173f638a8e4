#include "imaging/volume/file/nifti_fields.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

#include "imaging/volume/file/nifti_header.h"

namespace nadir::imaging
{
namespace
{
constexpr std::size_t nifti_1_bytes = 348;
constexpr std::size_t nifti_2_bytes = 540;
constexpr std::size_t nifti_1_magic_at = 344;
constexpr std::size_t nifti_2_magic_at = 4;

/// Reads numbers at byte offsets of a header.
class Reader
{
public:
  Reader(std::span<const std::byte> bytes, bool is_big_endian)
      : bytes_(bytes), swap_(is_big_endian != (std::endian::native == std::endian::big))
  {
  }

  template <class T> T at(std::size_t offset) const
  {
    std::array<std::byte, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes_.data() + offset, sizeof(T));
    if (swap_) std::reverse(raw.begin(), raw.end());
    return std::bit_cast<T>(raw);
  }

  template <class T, class Destination> void fill(std::size_t offset, Destination& destination) const
  {
    for (auto& value : destination)
    {
      value = at<T>(offset);
      offset += sizeof(T);
    }
  }

private:
  std::span<const std::byte> bytes_;
  bool swap_;
};

bool has_text(std::span<const std::byte> bytes, std::size_t offset, std::string_view text)
{
  return bytes.size() >= offset + text.size() && std::memcmp(bytes.data() + offset, text.data(), text.size()) == 0;
}

NiftiFields nifti_1(const Reader& header)
{
  NiftiFields fields;
  header.fill<std::int16_t>(40, fields.dim);
  fields.datatype = header.at<std::int16_t>(70);
  fields.bitpix = header.at<std::int16_t>(72);
  header.fill<float>(76, fields.pixdim);
  fields.vox_offset = static_cast<double>(header.at<float>(108));
  fields.scl_slope = static_cast<double>(header.at<float>(112));
  fields.scl_inter = static_cast<double>(header.at<float>(116));
  fields.units = header.at<std::uint8_t>(123);
  fields.qform_code = header.at<std::int16_t>(252);
  fields.sform_code = header.at<std::int16_t>(254);
  header.fill<float>(256, fields.quaternion);
  header.fill<float>(268, fields.qoffset);
  for (std::size_t row = 0; row < 3; ++row) header.fill<float>(280 + 16 * row, fields.sform[row]);
  fields.header_bytes = nifti_1_bytes;
  return fields;
}

NiftiFields nifti_2(const Reader& header)
{
  NiftiFields fields;
  fields.datatype = header.at<std::int16_t>(12);
  fields.bitpix = header.at<std::int16_t>(14);
  header.fill<std::int64_t>(16, fields.dim);
  header.fill<double>(104, fields.pixdim);
  fields.vox_offset = static_cast<double>(header.at<std::int64_t>(168));
  fields.scl_slope = header.at<double>(176);
  fields.scl_inter = header.at<double>(184);
  fields.qform_code = header.at<std::int32_t>(344);
  fields.sform_code = header.at<std::int32_t>(348);
  header.fill<double>(352, fields.quaternion);
  header.fill<double>(376, fields.qoffset);
  for (std::size_t row = 0; row < 3; ++row) header.fill<double>(400 + 32 * row, fields.sform[row]);
  fields.units = header.at<std::int32_t>(500);
  fields.header_bytes = nifti_2_bytes;
  return fields;
}

Failure header_cut()
{
  return Failure{ImageFileError::Truncated, "the file ends within its NIfTI header (nothing can be read). Copy or export it again."};
}

Failure pair_of_files()
{
  return Failure{ImageFileError::Unsupported,
                 "this is one half of a NIfTI .hdr/.img pair (header and voxels could be mixed up). Convert it to a single .nii file."};
}

Result<NiftiFields> read_nifti_1(std::span<const std::byte> start, bool is_big_endian)
{
  if (start.size() < nifti_1_bytes) return header_cut();
  if (has_text(start, nifti_1_magic_at, std::string_view("ni1\0", 4))) return pair_of_files();
  if (!has_text(start, nifti_1_magic_at, std::string_view("n+1\0", 4)))
    return Failure{ImageFileError::Unsupported,
                   "this is an Analyze 7.5 or damaged NIfTI header (left and right could be swapped). Convert it to NIfTI."};
  auto fields = nifti_1(Reader{start, is_big_endian});
  fields.is_big_endian = is_big_endian;
  return fields;
}

Result<NiftiFields> read_nifti_2(std::span<const std::byte> start, bool is_big_endian)
{
  if (start.size() < nifti_2_bytes) return header_cut();
  if (has_text(start, nifti_2_magic_at, std::string_view("ni2\0", 4))) return pair_of_files();
  if (!has_text(start, nifti_2_magic_at, std::string_view("n+2\0\r\n\x1a\n", 8)))
    return Failure{
        ImageFileError::Malformed,
        "the signature of the NIfTI-2 header is damaged, often by a text-mode transfer (voxels could be damaged too). Copy it again."};
  auto fields = nifti_2(Reader{start, is_big_endian});
  fields.is_big_endian = is_big_endian;
  return fields;
}

std::int32_t leading_size(std::span<const std::byte> start, bool is_big_endian) { return Reader{start, is_big_endian}.at<std::int32_t>(0); }
}  // namespace

bool is_nifti(std::span<const std::byte> start)
{
  if (start.size() < 4) return false;
  for (const bool is_big_endian : {false, true})
    for (const auto size : {nifti_1_bytes, nifti_2_bytes})
      if (leading_size(start, is_big_endian) == static_cast<std::int32_t>(size)) return true;
  return has_text(start, nifti_1_magic_at, "n+1") || has_text(start, nifti_1_magic_at, "ni1");
}

Result<NiftiFields> read_nifti_fields(std::span<const std::byte> start)
{
  for (const bool is_big_endian : {false, true})
  {
    if (leading_size(start, is_big_endian) == static_cast<std::int32_t>(nifti_1_bytes)) return read_nifti_1(start, is_big_endian);
    if (leading_size(start, is_big_endian) == static_cast<std::int32_t>(nifti_2_bytes)) return read_nifti_2(start, is_big_endian);
  }
  return Failure{ImageFileError::Malformed,
                 "the NIfTI header does not begin with its size (its byte order is unknown). Export the file again."};
}
}  // namespace nadir::imaging
