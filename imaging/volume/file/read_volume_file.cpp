#include "imaging/volume/file/read_volume_file.h"

#include <array>
#include <cmath>
#include <cstring>
#include <new>
#include <span>
#include <string_view>
#include <utility>

#include "imaging/volume/file/nifti_file.h"
#include "imaging/volume/file/nrrd_file.h"
#include "imaging/volume/file/stored_voxels.h"

namespace nadir::imaging
{
namespace
{
enum class Format
{
  Nifti,
  Nrrd,
  Unknown,
};

Result<Format> format_of(const std::filesystem::path& path)
{
  const auto start = header_bytes(path);
  if (!start) return start.failure();
  constexpr std::string_view nrrd = "NRRD000";
  if (start->size() >= nrrd.size() && std::memcmp(start->data(), nrrd.data(), nrrd.size()) == 0) return Format::Nrrd;
  constexpr std::string_view dicom = "DICM";
  if (start->size() >= 132 && std::memcmp(start->data() + 128, dicom.data(), dicom.size()) == 0) return Format::Unknown;
  return is_nifti(*start) ? Format::Nifti : Format::Unknown;
}

/// What NIfTI and NRRD have in common behind their headers.
struct OpenVoxels
{
  PlacedGrid grid;
  VoxelFormat format;
  std::vector<std::string> warnings;
  FileBytes* voxels;
};

bool is_finite(const StoredVoxels& stored)
{
  return std::visit(
      [](const auto& voxels)
      {
        for (const auto value : voxels)
          if (!std::isfinite(static_cast<double>(value))) return false;
        return true;
      },
      stored);
}

Result<VolumeFile> volume_of(OpenVoxels open, std::string format)
{
  auto stored = read_stored_voxels(*open.voxels, open.grid, open.format);
  if (!stored) return stored.failure();
  const auto more = open.voxels->has_more();
  if (!more) return more.failure();
  if (*more) open.warnings.emplace_back("the file holds more bytes than its header says; they are not read");
  if (!is_finite(*stored)) open.warnings.emplace_back("some voxels are not numbers (NaN or infinite); they take part in nothing");
  const auto& geometry = open.grid.geometry;
  std::vector<Rescale> rescale(static_cast<std::size_t>(geometry.size().k), Rescale{open.format.slope, open.format.intercept});
  auto volume = std::make_shared<const Volume>(geometry, std::move(stored).value(), std::move(rescale));
  return VolumeFile{std::move(volume), std::move(format), std::move(open.warnings)};
}

Result<VolumeFile> read_nifti_volume(const std::filesystem::path& path)
{
  auto file = open_nifti(path);
  if (!file) return file.failure();
  return volume_of({file->header.grid, file->header.format, file->header.warnings, &file->voxels}, "NIfTI");
}

Result<VolumeFile> read_nrrd_volume(const std::filesystem::path& path)
{
  auto file = open_nrrd(path);
  if (!file) return file.failure();
  const auto& header = file->header;
  if (header.layers != 1)
    return Failure{ImageFileError::Unsupported, "the file holds " + std::to_string(header.layers) +
                                                    " values a voxel (which of them is meant is unknown). Save one volume."};
  if (header.encoding == NrrdEncoding::Text)
    return Failure{ImageFileError::Unsupported, "the voxels are written as text (images are read raw or gzip only). Save the file raw."};
  return volume_of({header.grid, header.format, header.warnings, &file->voxels}, "NRRD");
}

Result<VolumeFile> read_as(Format format, const std::filesystem::path& path)
{
  switch (format)
  {
  case Format::Nifti: return read_nifti_volume(path);
  case Format::Nrrd: return read_nrrd_volume(path);
  case Format::Unknown: break;
  }
  return Failure{ImageFileError::UnknownFormat,
                 "the file is neither NIfTI nor NRRD (it cannot be read as an image). Convert it to one of these."};
}
}  // namespace

bool is_volume_file(const std::filesystem::path& path)
{
  const auto format = format_of(path);
  return format && *format != Format::Unknown;
}

Result<VolumeFile> read_volume_file(const std::filesystem::path& path)
{
  try
  {
    const auto format = format_of(path);
    return format ? read_as(*format, path) : format.failure();
  }
  catch (const std::bad_alloc&)
  {
    return Failure{ImageFileError::TooLarge,
                   "the image does not fit into the memory of this machine (nothing was read). Close other programs."};
  }
}
}  // namespace nadir::imaging
