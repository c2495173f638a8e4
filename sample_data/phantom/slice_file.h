#pragma once

#include <string>

namespace nadir::phantom
{
/// Name of the file of an image: "IM0001.dcm".
inline std::string slice_file(int instance)
{
  const auto number = std::to_string(instance);
  return "IM" + std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number + ".dcm";
}
}  // namespace nadir::phantom
