#include "report/transport/multipart_reader.h"

#include <optional>

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_boundary = 70;  // RFC 2046
constexpr std::size_t longest_headers = std::size_t{1} << 16;

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
  else rest = rest.substr(0, rest.find_first_of("; \t"));
  if (rest.empty() || rest.size() > longest_boundary) return std::nullopt;
  return std::string(rest);
}
}  // namespace

MultipartReader::MultipartReader(std::string_view content_type, PartReceiver& receiver) : receiver_(receiver)
{
  const auto word = boundary_of(content_type);
  if (word) boundary_ = "--" + *word;
  else state_ = State::Broken;
}

bool MultipartReader::take(std::string_view bytes)
{
  if (state_ == State::Broken) return false;
  if (state_ == State::Done) return true;  // an epilogue
  pending_.append(bytes);
  while (step())
  {
  }
  return state_ != State::Broken;
}

/// False when more bytes are needed, or none.
bool MultipartReader::step()
{
  switch (state_)
  {
  case State::Preamble: return skip_preamble();
  case State::AfterBoundary: return read_after_boundary();
  case State::Headers: return skip_headers();
  case State::Content: return read_content();
  default: return false;
  }
}

bool MultipartReader::stop()
{
  state_ = State::Broken;
  pending_.clear();
  return false;
}

bool MultipartReader::skip_preamble()
{
  const auto at = pending_.find(boundary_);
  if (at == std::string::npos)
  {
    if (pending_.size() >= boundary_.size()) pending_.erase(0, pending_.size() - boundary_.size() + 1);
    return false;
  }
  pending_.erase(0, at + boundary_.size());
  state_ = State::AfterBoundary;
  return true;
}

bool MultipartReader::read_after_boundary()
{
  if (pending_.size() < 2) return false;
  const bool is_last = pending_.starts_with("--");
  if (!is_last && !pending_.starts_with("\r\n")) return stop();
  pending_.erase(0, 2);
  state_ = is_last ? State::Done : State::Headers;
  return !is_last;
}

bool MultipartReader::skip_headers()
{
  if (pending_.size() < 2) return false;
  const bool has_none = pending_.starts_with("\r\n");
  const auto end = has_none ? std::size_t{0} : pending_.find("\r\n\r\n"), next = pending_.find("\r\n" + boundary_);
  if (!has_none && next != std::string::npos && (end == std::string::npos || next < end)) return stop();
  if (end == std::string::npos) return pending_.size() > longest_headers ? stop() : false;
  if (!receiver_.begin_part()) return stop();
  pending_.erase(0, has_none ? 2 : end + 4);
  state_ = State::Content;
  return true;
}

bool MultipartReader::read_content()
{
  const std::string next = "\r\n" + boundary_;
  const auto at = pending_.find(next);
  const std::size_t certain = at != std::string::npos ? at : pending_.size() < next.size() ? 0 : pending_.size() - next.size() + 1;
  if (certain > 0 && !receiver_.add(std::string_view(pending_).substr(0, certain))) return stop();
  pending_.erase(0, at == std::string::npos ? certain : at + next.size());
  if (at == std::string::npos) return false;
  if (!receiver_.end_part()) return stop();
  state_ = State::AfterBoundary;
  return true;
}
}  // namespace nadir::report
