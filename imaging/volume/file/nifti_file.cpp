#include "imaging/volume/file/nifti_file.h"

#include <utility>

namespace nadir::imaging
{
Result<std::vector<std::byte>> header_bytes(const std::filesystem::path& path)
{
  auto source = FileBytes::open(path);
  if (!source) return source.failure();
  std::vector<std::byte> start(nifti_header_bytes);
  const auto count = source->read(start);
  if (!count) return count.failure();
  start.resize(*count);
  return start;
}

Result<NiftiFile> open_nifti(const std::filesystem::path& path)
{
  const auto start = header_bytes(path);
  if (!start) return start.failure();
  auto header = read_nifti_header(*start);
  if (!header) return header.failure();
  // Opened afresh: the start that was read may hold voxels already when the header is the short one.
  auto source = FileBytes::open(path);
  if (!source) return source.failure();
  if (auto skipped = source->skip(header->data_offset); !skipped) return skipped.failure();
  return NiftiFile{std::move(header).value(), std::move(source).value()};
}
}  // namespace nadir::imaging
