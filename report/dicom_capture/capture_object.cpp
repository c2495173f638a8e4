#include "report/dicom_capture/capture_object.h"

#include <cstring>

#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/read_object.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

constexpr std::size_t longest_comment = 1024;  // characters of LT and ST that every reader takes

std::string pixel_bytes(const ColorImage& picture)
{
  std::string bytes;
  bytes.reserve(picture.pixels.size() * 3);
  for (const auto& pixel : picture.pixels)
    for (const auto part : pixel) bytes += static_cast<char>(part);
  return bytes;
}

void add_pixels(const ColorImage& picture, DicomDataSet& data)
{
  data.unsigned_short(tags::samples_per_pixel, 3);
  data.text(tags::photometric_interpretation, "CS", "RGB");
  data.unsigned_short(tags::planar_configuration, 0);
  data.unsigned_short(tags::rows, static_cast<std::uint16_t>(picture.rows));
  data.unsigned_short(tags::columns, static_cast<std::uint16_t>(picture.columns));
  data.unsigned_short(tags::bits_allocated, 8);
  data.unsigned_short(tags::bits_stored, 8);
  data.unsigned_short(tags::high_bit, 7);
  data.unsigned_short(tags::pixel_representation, 0);
  data.bytes(tags::pixel_data, "OB", pixel_bytes(picture));
}
}  // namespace

std::string capture_bytes(const CaptureObject& capture)
{
  DicomDataSet data;
  add_identity_modules(data, capture.header, capture.identity);
  data.text(tags::conversion_type, "CS", "WSD");
  data.text(tags::image_type, "CS", "DERIVED\\SECONDARY");
  data.text(tags::patient_orientation, "CS", "");
  data.text(tags::laterality, "CS", capture.laterality);
  data.text(tags::burned_in_annotation, "CS", "NO");
  data.text(tags::derivation_description, "ST", fitting_text(capture.comment, longest_comment));
  data.text(tags::image_comments, "LT", fitting_text(capture.comment, longest_comment));
  if (capture.source) set_reference(data.add_item(tags::source_image_sequence), *capture.source);
  add_pixels(capture.picture, data);
  return dicom_file_bytes(data);
}

std::vector<std::string> capture_differences(const CaptureObject& written, const std::string& bytes)
{
  const auto file = read_object(bytes);
  if (!file) return {file.failure().message()};
  if (!file->pixels()) return {"has no pixels"};
  const auto& layout = *file->pixels();
  if (layout.rows != written.picture.rows || layout.columns != written.picture.columns || layout.samples != 3)
    return {"the picture has another size"};
  const auto pixels = pixel_bytes(written.picture);
  const auto native = file->memory().subspan(layout.native.offset, layout.native.length);
  if (native.size() < pixels.size() || std::memcmp(native.data(), pixels.data(), pixels.size()) != 0) return {"the picture is another one"};
  return {};
}
}  // namespace nadir::report
