#pragma once

#include <string>
#include <string_view>

namespace nadir::report
{
/// One part as a multipart/related body (RFC 2046 section 5.1), and its content type. The boundary occurs nowhere in the bytes.
struct Multipart
{
  std::string content_type;
  std::string body;
};
Multipart multipart_of(std::string_view dicom_bytes);
}  // namespace nadir::report
