#include "imaging/volume/file/image_file_error.h"

namespace nadir::imaging
{
std::string_view error_code(ImageFileError error)
{
  switch (error)
  {
  case ImageFileError::Unreadable: return "image-file.unreadable";
  case ImageFileError::UnknownFormat: return "image-file.unknown-format";
  case ImageFileError::Malformed: return "image-file.malformed";
  case ImageFileError::Truncated: return "image-file.truncated";
  case ImageFileError::TooLarge: return "image-file.too-large";
  case ImageFileError::Unsupported: return "image-file.unsupported";
  case ImageFileError::NoGeometry: return "image-file.no-geometry";
  }
  return "image-file.unknown";
}
}  // namespace nadir::imaging
