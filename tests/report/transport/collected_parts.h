#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/transport/multipart_reader.h"

namespace nadir::test
{
/// Keeps the parts of a body; for bodies that a test made.
class CollectedParts : public report::PartReceiver
{
public:
  std::vector<std::string> parts;
  bool begin_part() override { return parts.emplace_back(), true; }
  bool add(std::string_view bytes) override { return parts.back().append(bytes), true; }
  bool end_part() override { return true; }
};

/// The parts of a body that comes in pieces; nothing when it is none or not whole.
inline std::optional<std::vector<std::string>> parts_of(std::string_view content_type, std::string_view body, std::size_t piece = 7)
{
  CollectedParts collected;
  report::MultipartReader reader(content_type, collected);
  for (std::size_t at = 0; at < body.size(); at += piece)
    if (!reader.take(body.substr(at, piece))) return std::nullopt;
  return reader.is_whole() ? std::optional(collected.parts) : std::nullopt;
}
}  // namespace nadir::test
