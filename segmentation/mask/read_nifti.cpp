#include "segmentation/mask/read_nifti.h"

#include <algorithm>
#include <utility>

#include "segmentation/mask/grid_lesions.h"
#include "segmentation/mask/label_stream.h"
#include "segmentation/mask/nifti_header.h"

namespace nadir::segmentation
{
namespace
{
/// Goes on to the voxels: the start has been read, and may hold some of them when the header is the short one.
Result<ByteSource> at_voxels(const std::filesystem::path& path, std::uint64_t offset)
{
  auto source = ByteSource::open(path);
  if (!source) return source;
  if (auto skipped = source->skip(offset); !skipped) return skipped.failure();
  return source;
}

Result<NiftiHeader> header_of(const std::filesystem::path& path)
{
  auto source = ByteSource::open(path);
  if (!source) return source.failure();
  std::vector<std::byte> start(nifti_header_bytes);
  const auto count = source->read(start);
  if (!count) return count.failure();
  start.resize(*count);
  return read_nifti_header(start);
}
}  // namespace

Result<std::vector<SegmentedLesion>> read_nifti(const std::filesystem::path& path, MaskProvenance provenance)
{
  const auto header = header_of(path);
  if (!header) return header.failure();
  auto source = at_voxels(path, header->data_offset);
  if (!source) return source.failure();
  const auto runs = read_labels(*source, header->grid.geometry.size().voxels(), header->format);
  if (!runs) return runs.failure();
  const auto more = has_more(*source);
  if (!more) return more.failure();
  FileFacts facts{std::move(provenance), header->warnings};
  facts.provenance.format = "NIfTI";
  if (*more) facts.warnings.emplace_back("the file holds more bytes than its header says; they are not read");
  return lesions_of(runs->front(), header->grid, facts);
}
}  // namespace nadir::segmentation
