#pragma once

#include <string_view>
#include <vector>

#include "reading/record/act_fields.h"
#include "reading/record/canonical_text.h"

namespace nadir::reading::detail
{
/// Writes the fields of values as canonical text.
class CanonicalWriter
{
public:
  explicit CanonicalWriter(CanonicalText& out) : out_(out) {}

  template <class Value> void field(std::string_view key, const Value& value)
  {
    out_.key(key);
    write(value);
  }

  template <class Value> void optional(std::string_view key, const std::optional<Value>& value)
  {
    if (value) field(key, *value);
  }
  template <class Tag> void optional(std::string_view key, const Id<Tag>& id)
  {
    if (!id.empty()) field(key, id);
  }
  template <class Value> void optional(std::string_view key, const std::vector<Value>& values)
  {
    if (!values.empty()) field(key, values);
  }
  void optional(std::string_view key, const std::string& text)
  {
    if (!text.empty()) field(key, text);
  }

  /// {"key": value, ...} of a value that has fields.
  template <class Value> void object(const Value& value)
  {
    out_.begin_object();
    fields(*this, value);
    out_.end_object();
  }

private:
  void write(const std::string& text) { out_.text(text); }
  void write(int number) { out_.integer(number); }
  void write(bool truth) { out_.boolean(truth); }
  void write(measure::LesionRole role) { out_.text(measure::name_of(role)); }
  void write(const Line& line)
  {
    out_.begin_array();
    write(line.from);
    write(line.to);
    out_.end_array();
  }
  void write(const PatientPoint& point)
  {
    out_.begin_array();
    for (const double coordinate : {point.left, point.posterior, point.superior}) out_.number(coordinate);
    out_.end_array();
  }
  void write(const PatientVector& vector)
  {
    out_.begin_array();
    for (const double coordinate : {vector.left, vector.posterior, vector.superior}) out_.number(coordinate);
    out_.end_array();
  }
  void write(double number) { out_.number(number); }
  void write(Millimeters length) { out_.number(length.value()); }
  template <class Value> void write(const std::vector<Value>& values)
  {
    out_.begin_array();
    for (const auto& value : values) object(value);
    out_.end_array();
  }
  template <class Tag> void write(const Id<Tag>& id) { out_.text(id.text()); }

  CanonicalText& out_;
};
}  // namespace nadir::reading::detail
