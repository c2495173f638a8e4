#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imaging/geometry/patient_point.h"

namespace nadir::report
{
/// A text as JSON: valid UTF-8 in quotation marks, control characters escaped.
std::string json_quoted(std::string_view text);

/// Writes JSON (RFC 8259) in the order of the calls, indented by two blanks. Numbers are the shortest decimals that read back the
/// same; a number that is not finite is null. Text becomes valid UTF-8, control characters are escaped.
class JsonText
{
public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void null() { literal("null"); }
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void integer(int value) { literal(std::to_string(value)); }
  void number(double value);
  void text(std::string_view value);
  /// A value that is JSON already, as it is.
  void verbatim(std::string_view json) { literal(json); }
  /// [left, posterior, superior] in one line; LPS, mm.
  void point(const PatientPoint& point);

  /// The whole document, with a line feed at its end. Every object and array must have been closed.
  std::string finish() &&;

private:
  void open(char bracket);
  void close(char bracket);
  void literal(std::string_view text);
  void begin_value();
  void new_line();

  std::string out_;
  std::vector<int> values_in_open_;  ///< for each open object or array: how many values it has
  bool after_key_ = false;
};
}  // namespace nadir::report
