#include "report/certificate/certificate_json.h"

#include <nlohmann/json.hpp>

#include "imaging/digest/sha256.h"
#include "report/table/json_text.h"

namespace nadir::report
{
namespace
{
using Json = nlohmann::json;

constexpr std::string_view schema = "nadir.certificate/1";
constexpr std::string_view no_digest = "0000000000000000000000000000000000000000000000000000000000000000";

void write_texts(JsonText& json, std::string_view key, const std::vector<std::string>& texts)
{
  json.key(key);
  json.begin_array();
  for (const auto& text : texts) json.text(text);
  json.end_array();
}

void write_text(JsonText& json, std::string_view key, const std::string& text)
{
  json.key(key);
  json.text(text);
}

void write_file(JsonText& json, const CertifiedFile& file)
{
  json.begin_object();
  write_text(json, "name", file.name);
  json.key("size");
  json.number(static_cast<double>(file.size));
  write_text(json, "sha256", file.sha256);
  json.end_object();
}

void write_read_back(JsonText& json, const ReadBack& check)
{
  json.begin_object();
  write_text(json, "file", check.file);
  write_text(json, "reader", check.reader);
  json.key("equal");
  json.boolean(check.differences.empty());
  write_texts(json, "differences", check.differences);
  json.end_object();
}

template <class Value, class Write> void write_all(JsonText& json, std::string_view key, const std::vector<Value>& values, Write write)
{
  json.key(key);
  json.begin_array();
  for (const auto& value : values) write(json, value);
  json.end_array();
}

void write_format(JsonText& json, const CertifiedFormat& format)
{
  json.begin_object();
  write_text(json, "format", format.format);
  json.key("written");
  json.boolean(format.is_written());
  write_text(json, "refusal", format.refusal);
  write_all(json, "files", format.files, write_file);
  write_all(json, "read_back", format.read_back, write_read_back);
  write_texts(json, "left_out", format.left_out);
  write_texts(json, "notices", format.notices);
  json.end_object();
}

std::string document_of(const Certificate& certificate, std::string_view digest)
{
  JsonText json;
  json.begin_object();
  write_text(json, "schema", std::string(schema));
  write_text(json, "software", certificate.software);
  write_text(json, "moment", certificate.moment);
  write_text(json, "moment_origin", certificate.moment_origin);
  write_texts(json, "sources", certificate.sources);
  write_all(json, "formats", certificate.formats, write_format);
  write_text(json, "digest", std::string(digest));
  json.end_object();
  return std::move(json).finish();
}

std::string text_at(const Json& object, const char* key)
{
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Elements of an array; none where there is no array.
const Json& list_at(const Json& object, const char* key)
{
  static const Json none = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : none;
}

std::vector<std::string> texts_at(const Json& object, const char* key)
{
  std::vector<std::string> texts;
  for (const auto& text : list_at(object, key)) texts.push_back(text.is_string() ? text.get<std::string>() : std::string());
  return texts;
}

CertifiedFile file_of(const Json& object)
{
  const auto size = object.find("size");
  return {text_at(object, "name"), size != object.end() && size->is_number_unsigned() ? size->get<std::uint64_t>() : 0,
          text_at(object, "sha256")};
}

ReadBack read_back_of(const Json& object) { return {text_at(object, "file"), text_at(object, "reader"), texts_at(object, "differences")}; }

CertifiedFormat format_of(const Json& object)
{
  CertifiedFormat format{text_at(object, "format"),    text_at(object, "refusal"), {}, {},
                         texts_at(object, "left_out"), texts_at(object, "notices")};
  for (const auto& file : list_at(object, "files")) format.files.push_back(file_of(file));
  for (const auto& check : list_at(object, "read_back")) format.read_back.push_back(read_back_of(check));
  return format;
}

Certificate certificate_of(const Json& object)
{
  Certificate certificate{
      text_at(object, "software"), text_at(object, "moment"), text_at(object, "moment_origin"), texts_at(object, "sources"), {}};
  for (const auto& format : list_at(object, "formats")) certificate.formats.push_back(format_of(format));
  return certificate;
}
}  // namespace

std::string_view error_code(CertificateError error)
{
  switch (error)
  {
  case CertificateError::NotACertificate: return "certificate.not-a-certificate";
  case CertificateError::Changed: return "certificate.changed";
  }
  return "certificate.unknown";
}

std::string to_json(const Certificate& certificate)
{
  return document_of(certificate, imaging::sha256_of(document_of(certificate, no_digest)));
}

Result<Certificate> read_certificate(std::string_view text)
{
  const auto object = Json::parse(text, nullptr, false);
  if (!object.is_object() || text_at(object, "schema") != schema)
    return Failure{CertificateError::NotACertificate,
                   "this is no export certificate (nothing can be checked against it). Name the folder of an export."};
  auto certificate = certificate_of(object);
  if (to_json(certificate) == text) return certificate;
  return Failure{CertificateError::Changed, "the certificate is not as it was written (what it says cannot be relied on). Export again."};
}
}  // namespace nadir::report
