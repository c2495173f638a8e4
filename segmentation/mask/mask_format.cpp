#include "segmentation/mask/mask_format.h"

#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "imaging/volume/file/file_bytes.h"
#include "imaging/volume/file/nifti_header.h"
#include "segmentation/mask/mask_failure.h"

namespace nadir::segmentation
{
namespace
{
bool has_text(std::span<const std::byte> bytes, std::size_t offset, std::string_view text)
{
  return bytes.size() >= offset + text.size() && std::memcmp(bytes.data() + offset, text.data(), text.size()) == 0;
}

/// A DICOM data set without preamble begins with group 0002 or 0008, little endian.
bool is_bare_dicom(std::span<const std::byte> bytes)
{
  using namespace std::string_view_literals;
  return has_text(bytes, 0, "\x02\x00"sv) || has_text(bytes, 0, "\x08\x00"sv);
}

Failure unknown()
{
  return Failure{MaskError::UnknownFormat,
                 "the file is neither NIfTI, NRRD, DICOM SEG nor RTSTRUCT (it cannot be read as a mask). Convert it to one of these."};
}
}  // namespace

Result<MaskFormat> mask_format(const std::filesystem::path& path)
{
  auto source = imaging::FileBytes::open(path);
  if (!source) return mask_failure(source.failure());
  std::vector<std::byte> start(imaging::nifti_header_bytes);
  const auto count = source->read(start);
  if (!count) return mask_failure(count.failure());
  start.resize(*count);
  if (start.empty()) return Failure{MaskError::Truncated, "the file is empty (nothing can be read). Copy or export it again."};
  if (has_text(start, 0, "NRRD000")) return MaskFormat::Nrrd;
  if (has_text(start, 128, "DICM")) return MaskFormat::Dicom;
  if (imaging::is_nifti(start)) return MaskFormat::Nifti;
  if (is_bare_dicom(start)) return MaskFormat::Dicom;
  return unknown();
}
}  // namespace nadir::segmentation
