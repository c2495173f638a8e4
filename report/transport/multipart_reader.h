#pragma once

#include <string>
#include <string_view>

namespace nadir::report
{
/// What happens to the parts of a multipart body as they come. Each call answers whether to go on.
class PartReceiver
{
public:
  PartReceiver() = default;
  virtual ~PartReceiver() = default;
  PartReceiver(const PartReceiver&) = delete;
  PartReceiver& operator=(const PartReceiver&) = delete;

  virtual bool begin_part() = 0;
  virtual bool add(std::string_view bytes) = 0;
  virtual bool end_part() = 0;
};

/// Divides a multipart/related body (RFC 2046 section 5.1) while it comes. It holds what it was given last, a boundary and the headers of a
/// part (at most 64 KiB), never a part.
class MultipartReader
{
public:
  MultipartReader(std::string_view content_type, PartReceiver& receiver);

  /// False when this is no such body, or the receiver does not go on; nothing more is read then.
  bool take(std::string_view bytes);

  /// The closing boundary came: an answer that broke off is not whole.
  bool is_whole() const { return state_ == State::Done; }

private:
  enum class State
  {
    Preamble,
    AfterBoundary,
    Headers,
    Content,
    Done,
    Broken,
  };
  bool step();
  bool skip_preamble();
  bool read_after_boundary();
  bool skip_headers();
  bool read_content();
  bool stop();

  PartReceiver& receiver_;
  std::string boundary_;  ///< "--" and the word
  std::string pending_;
  State state_ = State::Preamble;
};
}  // namespace nadir::report
