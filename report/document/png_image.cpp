#include "report/document/png_image.h"

#include <png.h>

#include <memory>

namespace nadir::report
{
namespace
{
Failure unencodable(const std::string& reason)
{
  return Failure(PngError::Unencodable,
                 "a picture cannot be written as PNG: " + reason + " (the report would lack it). Report this as a defect.");
}

bool has_its_pixels(const GreyImage& image)
{
  return image.columns > 0 && image.rows > 0 &&
         image.pixels.size() == static_cast<std::size_t>(image.columns) * static_cast<std::size_t>(image.rows);
}

png_image header_of(const GreyImage& image)
{
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(image.columns);
  header.height = static_cast<png_uint_32>(image.rows);
  header.format = PNG_FORMAT_GRAY;
  return header;
}

struct FreePng
{
  void operator()(png_image* header) const { png_image_free(header); }
};
}  // namespace

std::string_view error_code(PngError) { return "png.unencodable"; }

Result<std::string> png_of(const GreyImage& image)
{
  if (!has_its_pixels(image)) return unencodable("it has " + std::to_string(image.pixels.size()) + " pixels for its rows and columns");
  png_image header = header_of(image);
  const std::unique_ptr<png_image, FreePng> owner(&header);
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(header);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&header, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr) == 0) return unencodable(header.message);
  bytes.resize(size);
  return bytes;
}
}  // namespace nadir::report
