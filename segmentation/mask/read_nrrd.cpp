#include "segmentation/mask/read_nrrd.h"

#include <utility>

#include "imaging/volume/file/nrrd_file.h"
#include "segmentation/mask/grid_lesions.h"
#include "segmentation/mask/label_stream.h"
#include "segmentation/mask/seg_nrrd.h"

namespace nadir::segmentation
{
namespace
{
using imaging::NrrdEncoding;
using imaging::NrrdHeader;
using imaging::NrrdText;

std::uint64_t voxels_of(const NrrdHeader& header) { return header.grid.geometry.size().voxels(); }

Result<std::vector<LabelRuns>> read_maps(FileBytes& source, const NrrdHeader& header, std::size_t interleaved)
{
  if (header.encoding == NrrdEncoding::Text) return read_text_labels(source, voxels_of(header), interleaved);
  return read_labels(source, voxels_of(header), header.format, interleaved);
}

Result<std::vector<LabelRuns>> read_layers(FileBytes& source, const NrrdHeader& header)
{
  if (header.layers_interleaved) return read_maps(source, header, header.layers);
  std::vector<LabelRuns> layers;
  for (std::size_t layer = 0; layer < header.layers; ++layer)
  {
    auto maps = read_maps(source, header, 1);
    if (!maps) return maps;
    layers.push_back(std::move(maps->front()));
  }
  return layers;
}

Result<std::vector<SegmentedLesion>> lesions_in(const std::vector<LabelRuns>& layers, const NrrdText& text, const NrrdHeader& header,
                                                const FileFacts& facts)
{
  const auto segments = nrrd_segments(text.key_values, header.layers);
  if (!segments) return segments.failure();
  if (segments->empty() && header.layers == 1) return lesions_of(layers.front(), header.grid, facts);
  auto lesions = lesions_of_segments(*segments, layers, header.grid, facts);
  if (lesions && lesions->empty()) return nothing_marked();
  return lesions;
}
}  // namespace

Result<std::vector<SegmentedLesion>> read_nrrd(const std::filesystem::path& path, MaskProvenance provenance)
{
  auto file = imaging::open_nrrd(path);
  if (!file) return file.failure();
  const auto layers = read_layers(file->voxels, file->header);
  if (!layers) return layers.failure();
  FileFacts facts{std::move(provenance), file->header.warnings};
  facts.provenance.format = "NRRD";
  if (file->header.encoding != NrrdEncoding::Text)
  {
    const auto more = file->voxels.has_more();
    if (!more) return more.failure();
    if (*more) facts.warnings.emplace_back("the file holds more bytes than its header says; they are not read");
  }
  return lesions_in(*layers, file->text, file->header, facts);
}
}  // namespace nadir::segmentation
