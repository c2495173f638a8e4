#include "segmentation/mask/read_nrrd.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "segmentation/mask/byte_source.h"
#include "segmentation/mask/grid_lesions.h"
#include "segmentation/mask/label_stream.h"
#include "segmentation/mask/nrrd_header.h"
#include "segmentation/mask/seg_nrrd.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t longest_header = std::size_t{4} << 20;

Result<NrrdText> header_of(const std::filesystem::path& path)
{
  auto source = ByteSource::open(path, ByteSource::Encoding::Raw);
  if (!source) return source.failure();
  std::string start(static_cast<std::size_t>(std::min<std::uint64_t>(longest_header, source->at_most())), '\0');
  const auto count = source->read(std::as_writable_bytes(std::span(start)));
  if (!count) return count.failure();
  start.resize(*count);
  if (!start.starts_with("NRRD"))
    return Failure{MaskError::Unsupported, "the NRRD file is compressed as a whole (only its data may be). Unpack it first."};
  return parse_nrrd_text(start);
}

std::uint64_t voxels_of(const NrrdHeader& header) { return header.grid.geometry.size().voxels(); }

Result<std::vector<LabelRuns>> read_maps(ByteSource& source, const NrrdHeader& header, std::size_t interleaved)
{
  if (header.encoding == NrrdEncoding::Text) return read_text_labels(source, voxels_of(header), interleaved);
  return read_labels(source, voxels_of(header), header.format, interleaved);
}

Result<std::vector<LabelRuns>> read_layers(ByteSource& source, const NrrdHeader& header)
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
  const auto text = header_of(path);
  if (!text) return text.failure();
  const auto header = understand_nrrd(*text);
  if (!header) return header.failure();
  const auto encoding = header->encoding == NrrdEncoding::Gzip ? ByteSource::Encoding::Gzip : ByteSource::Encoding::Raw;
  auto source = ByteSource::open(path, encoding, text->data_offset);
  if (!source) return source.failure();
  const auto layers = read_layers(*source, *header);
  if (!layers) return layers.failure();
  FileFacts facts{std::move(provenance), header->warnings};
  facts.provenance.format = "NRRD";
  if (header->encoding != NrrdEncoding::Text)
  {
    const auto more = has_more(*source);
    if (!more) return more.failure();
    if (*more) facts.warnings.emplace_back("the file holds more bytes than its header says; they are not read");
  }
  return lesions_in(*layers, *text, *header, facts);
}
}  // namespace nadir::segmentation
