#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::report
{
/// The parts of a multipart/related body (RFC 2046 section 5.1), headers taken off; views into it. Nothing when the content type names no
/// boundary or the body does not end with the closing one: an answer that broke off is none.
std::optional<std::vector<std::string_view>> parts_of(std::string_view content_type, std::string_view body);

/// One part as such a body, and its content type. The boundary occurs nowhere in the bytes.
struct Multipart
{
  std::string content_type;
  std::string body;
};
Multipart multipart_of(std::string_view dicom_bytes);
} // namespace nadir::report
