#include "report/document/html_report.h"

#include "imaging/digest/sha256.h"
#include "report/document/base64.h"
#include "report/document/html.h"
#include "report/document/report_document.h"
#include "report/document/style_sheet.h"

namespace nadir::report
{
namespace
{
/// Hexadecimal digits, an even number of them, as bytes.
std::string bytes_of(std::string_view hexadecimal)
{
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hexadecimal.size(); at += 2)
    bytes += static_cast<char>(digit(hexadecimal[at]) * 16 + digit(hexadecimal[at + 1]));
  return bytes;
}

/// Only this style sheet and embedded pictures; no script, no connection, no form.
std::string content_policy()
{
  const std::string digest = base64_of(bytes_of(imaging::sha256_of(style_sheet())));
  return "default-src 'none'; img-src data:; style-src 'sha256-" + digest + "'; base-uri 'none'; form-action 'none'";
}

Html meta(std::string_view name, const std::string& content)
{
  return empty_element("meta", {{"name", std::string(name)}, {"content", content}});
}

Html head_of(const std::string& title, const std::string& generator)
{
  return element("head", empty_element("meta", {{"charset", "utf-8"}}) +
                             empty_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy()}}) +
                             meta("viewport", "width=device-width, initial-scale=1") + meta("referrer", "no-referrer") +
                             meta("generator", generator) + element("title", text(title)) + style_element(style_sheet()));
}
}  // namespace

std::string html_page(const Html& document, const std::string& title, const std::string& generator)
{
  return "<!DOCTYPE html>\n" + element("html", {{"lang", "en"}}, head_of(title, generator) + element("body", document)).markup() + "\n";
}

std::string to_html(const measure::Assessment& assessment)
{
  return html_page(document_of(assessment), title_of(assessment), assessment.software_version);
}
}  // namespace nadir::report
