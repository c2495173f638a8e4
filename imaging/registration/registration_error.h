#pragma once

#include <string_view>

namespace nadir::imaging
{
enum class RegistrationError
{
  NoBody,           ///< an image without anything brighter than its background
  NoOverlap,        ///< no position was found in which enough of the fixed body lies in the moving image
  NotTheSamePlace,  ///< the best position found is not good enough to rely on
  Cancelled,
  BadTransformFile,
};
std::string_view error_code(RegistrationError error);
}  // namespace nadir::imaging
