#pragma once

#include <string_view>

namespace nadir::imaging
{
/// Why a path did not give one image. SeveralImages is a question to a person, not a defect of the data.
enum class OpenError
{
  NoImage,          ///< nothing there that is an image, or nothing with the wanted sequence
  SeveralImages,    ///< more than one stack could be meant: the message lists them
  SeveralPatients,  ///< the folder mixes patients
  NotThere,         ///< the named stack or series is not in the folder
  NotMeasurable,    ///< the stack's geometry is refused; the message says why
};
std::string_view error_code(OpenError error);
}  // namespace nadir::imaging
