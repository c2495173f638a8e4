#pragma once

#include <filesystem>
#include <vector>

#include "imaging/dicom/pixel_loader.h"
#include "tests/support/dicom_bytes.h"

namespace nadir::testing
{
/// Bytes of `count` decoded frames.
inline std::size_t decoded_bytes(const imaging::PixelLayout& pixels, int count)
{
  return static_cast<std::size_t>(pixels.rows) * static_cast<std::size_t>(pixels.columns) * static_cast<std::size_t>(pixels.samples) *
         static_cast<std::size_t>(pixels.bits_allocated / 8) * static_cast<std::size_t>(count);
}

inline Result<Bytes> read_all_frames(imaging::PixelLoader& loader, const std::filesystem::path& path, const imaging::DicomFile& file)
{
  Bytes pixels(decoded_bytes(*file.pixels(), file.pixels()->frames));
  if (auto read = loader.read_frames(path, file, 0, file.pixels()->frames, pixels); !read) return read.failure();
  return pixels;
}

/// All frames of a file in memory.
inline Result<Bytes> read_all_frames(imaging::PixelLoader& loader, Bytes file)
{
  const auto gated = imaging::DicomFile::parse(std::move(file));
  if (!gated) return gated.failure();
  return read_all_frames(loader, {}, *gated);
}

inline Result<Bytes> read_all_frames(Bytes file)
{
  imaging::PixelLoader loader;
  return read_all_frames(loader, std::move(file));
}

/// All frames of a file on disk, also of a deflated one.
inline Result<Bytes> read_all_frames(imaging::PixelLoader& loader, const std::filesystem::path& path)
{
  auto file = imaging::DicomFile::open(path);
  if (file && file->is_deflated()) file = loader.open_deflated(path, *file);
  if (!file) return file.failure();
  return read_all_frames(loader, path, *file);
}
}  // namespace nadir::testing
