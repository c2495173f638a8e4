#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nadir::reading
{
/// Writes JSON (RFC 8259) in one line without blanks, in the order of the calls: the bytes that digests are taken of. Numbers are the
/// shortest decimals that read back the same (never "-0"); in texts only '"', '\' and control characters below 0x20 are escaped.
/// Texts must be UTF-8 and numbers finite (contract).
class CanonicalText
{
public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  void text(std::string_view value);
  void number(double value);
  void integer(std::int64_t value);
  void boolean(bool value);

  const std::string& str() const { return out_; }

private:
  void begin_value();
  void open(char bracket);
  void close(char bracket);
  void quote(std::string_view value);

  std::string out_;
  bool needs_comma_ = false;
};
}  // namespace nadir::reading
