#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/table/json_text.h"
#include "report/vocabulary/coded_concept.h"

namespace nadir::report::fhir
{
/// Writes elements of FHIR resources, in the order of the calls. An empty text leaves its element out, as FHIR has no empty ones.
class ElementWriter
{
public:
  void text(std::string_view key, std::string_view value);
  void number(std::string_view key, double value);
  void integer(std::string_view key, int value);

  template <class Body> void object(std::string_view key, Body body)
  {
    out_.key(key);
    item(body);
  }
  template <class Body> void list(std::string_view key, Body body)
  {
    out_.key(key);
    out_.begin_array();
    body();
    out_.end_array();
  }
  template <class Body> void item(Body body)
  {
    out_.begin_object();
    body();
    out_.end_object();
  }
  void string_item(std::string_view value) { out_.text(value); }

  /// CodeableConcept with one coding, or with words only.
  void codeable(std::string_view key, const CodedConcept& code);
  void codeable_words(std::string_view key, std::string_view words);
  void codeable_item(const CodedConcept& code);
  void reference(std::string_view key, std::string_view full_url);
  void reference_item(std::string_view full_url);
  /// Quantity with a UCUM unit.
  void quantity(std::string_view key, double value, std::string_view unit);
  void profile(std::string_view url);

  std::string finish() && { return std::move(out_).finish(); }

private:
  void coding(const CodedConcept& code);
  JsonText out_;
};
}  // namespace nadir::report::fhir
