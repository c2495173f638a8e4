#include "report/transport/multipart.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t most_parts = 100000, longest_boundary = 70; // RFC 2046

std::optional<std::string> boundary_of(std::string_view content_type)
{
  if (!content_type.starts_with("multipart/related")) return std::nullopt;
  const auto at = content_type.find("boundary=");
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = content_type.substr(at + 9);
  if (rest.starts_with('"'))
  {
    rest.remove_prefix(1);
    rest = rest.substr(0, rest.find('"'));
  }
  else
    rest = rest.substr(0, rest.find_first_of("; \t"));
  if (rest.empty() || rest.size() > longest_boundary) return std::nullopt;
  return std::string(rest);
}

/// What follows the empty line.
std::optional<std::string_view> content_of(std::string_view part)
{
  if (part.starts_with("\r\n")) return part.substr(2);
  const auto end = part.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  return part.substr(end + 4);
}
} // namespace

std::optional<std::vector<std::string_view>> parts_of(std::string_view content_type, std::string_view body)
{
  const auto boundary = boundary_of(content_type);
  if (!boundary) return std::nullopt;
  const std::string first = "--" + *boundary, next = "\r\n--" + *boundary;
  auto at = body.find(first);
  if (at == std::string_view::npos) return std::nullopt;
  at += first.size();
  std::vector<std::string_view> parts;
  while (!body.substr(at).starts_with("--"))
  {
    if (!body.substr(at).starts_with("\r\n") || parts.size() == most_parts) return std::nullopt;
    at += 2;
    const auto end = body.find(next, at);
    if (end == std::string_view::npos) return std::nullopt;
    const auto content = content_of(body.substr(at, end - at));
    if (!content) return std::nullopt;
    parts.push_back(*content);
    at = end + next.size();
  }
  return parts;
}

Multipart multipart_of(std::string_view bytes)
{
  std::string boundary = "nadir-part";
  for (int number = 0; bytes.find(boundary) != std::string_view::npos; ++number) boundary = "nadir-part-" + std::to_string(number);
  Multipart made{"multipart/related; type=\"application/dicom\"; boundary=" + boundary, ""};
  made.body.reserve(bytes.size() + 200);
  made.body.append("--")
      .append(boundary)
      .append("\r\nContent-Type: application/dicom\r\n\r\n")
      .append(bytes)
      .append("\r\n--")
      .append(boundary)
      .append("--\r\n");
  return made;
}
} // namespace nadir::report
