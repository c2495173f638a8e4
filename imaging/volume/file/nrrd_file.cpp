#include "imaging/volume/file/nrrd_file.h"

#include <algorithm>
#include <string>
#include <utility>

namespace nadir::imaging
{
namespace
{
constexpr std::size_t longest_header = std::size_t{4} << 20;

Result<NrrdText> text_of(const std::filesystem::path& path)
{
  auto source = FileBytes::open(path, FileBytes::Encoding::Raw);
  if (!source) return source.failure();
  std::string start(static_cast<std::size_t>(std::min<std::uint64_t>(longest_header, source->at_most())), '\0');
  const auto count = source->read(std::as_writable_bytes(std::span(start)));
  if (!count) return count.failure();
  start.resize(*count);
  if (!start.starts_with("NRRD"))
    return Failure{ImageFileError::Unsupported, "the NRRD file is compressed as a whole (only its data may be). Unpack it first."};
  return parse_nrrd_text(start);
}
}  // namespace

Result<NrrdFile> open_nrrd(const std::filesystem::path& path)
{
  auto text = text_of(path);
  if (!text) return text.failure();
  auto header = understand_nrrd(*text);
  if (!header) return header.failure();
  const auto encoding = header->encoding == NrrdEncoding::Gzip ? FileBytes::Encoding::Gzip : FileBytes::Encoding::Raw;
  auto source = FileBytes::open(path, encoding, text->data_offset);
  if (!source) return source.failure();
  return NrrdFile{std::move(text).value(), std::move(header).value(), std::move(source).value()};
}
}  // namespace nadir::imaging
