#include "segmentation/mask/mask_failure.h"

#include "imaging/volume/file/image_file_error.h"

namespace nadir::segmentation
{
namespace
{
struct Counterpart
{
  imaging::ImageFileError file;
  MaskError mask;
};
constexpr Counterpart counterparts[] = {
    {imaging::ImageFileError::Unreadable, MaskError::Unreadable}, {imaging::ImageFileError::UnknownFormat, MaskError::UnknownFormat},
    {imaging::ImageFileError::Malformed, MaskError::Malformed},   {imaging::ImageFileError::Truncated, MaskError::Truncated},
    {imaging::ImageFileError::TooLarge, MaskError::TooLarge},     {imaging::ImageFileError::Unsupported, MaskError::Unsupported},
    {imaging::ImageFileError::NoGeometry, MaskError::NoGeometry}};
}  // namespace

Failure mask_failure(const Failure& failure)
{
  for (const auto& [file, mask] : counterparts)
    if (failure.is(file)) return Failure{mask, failure.message()};
  return failure;
}
}  // namespace nadir::segmentation
