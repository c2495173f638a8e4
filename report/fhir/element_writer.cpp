#include "report/fhir/element_writer.h"

#include "report/vocabulary/coding_scheme.h"

namespace nadir::report::fhir
{
void ElementWriter::text(std::string_view key, std::string_view value)
{
  if (value.empty()) return;
  out_.key(key);
  out_.text(value);
}

void ElementWriter::number(std::string_view key, double value)
{
  out_.key(key);
  out_.number(value);
}

void ElementWriter::integer(std::string_view key, int value)
{
  out_.key(key);
  out_.integer(value);
}

void ElementWriter::coding(const CodedConcept& code)
{
  list("coding",
       [&]
       {
         item(
             [&]
             {
               // Schemes of FHIR itself have no short name: they are given by their address.
               const auto system = fhir_system(code.scheme);
               text("system", system.empty() ? std::string_view(code.scheme) : system);
               text("code", code.value);
               text("display", code.meaning);
             });
       });
}

void ElementWriter::codeable(std::string_view key, const CodedConcept& code)
{
  object(key, [&] { coding(code); });
}

void ElementWriter::codeable_words(std::string_view key, std::string_view words)
{
  object(key, [&] { text("text", words); });
}

void ElementWriter::codeable_item(const CodedConcept& code)
{
  item([&] { coding(code); });
}

void ElementWriter::reference(std::string_view key, std::string_view full_url)
{
  object(key, [&] { text("reference", full_url); });
}

void ElementWriter::reference_item(std::string_view full_url)
{
  item([&] { text("reference", full_url); });
}

void ElementWriter::quantity(std::string_view key, double value, std::string_view unit)
{
  object(key,
         [&]
         {
           number("value", value);
           text("unit", unit);
           text("system", "http://unitsofmeasure.org");
           text("code", unit);
         });
}

void ElementWriter::profile(std::string_view url)
{
  object("meta", [&] { list("profile", [&] { string_item(url); }); });
}
}  // namespace nadir::report::fhir
