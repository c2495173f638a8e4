#pragma once

#include <string>

#include "imaging/result/result.h"
#include "report/document/grey_image.h"

namespace nadir::report
{
enum class PngError
{
  Unencodable,  ///< no pixels, a wrong number of them, or libpng refused
};
std::string_view error_code(PngError error);

/// PNG file (8-bit grey, no gamma, no text, no time) with these pixels. Same pixels, same bytes.
Result<std::string> png_of(const GreyImage& image);
}  // namespace nadir::report
