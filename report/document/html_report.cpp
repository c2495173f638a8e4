#include "report/document/html_report.h"

#include "imaging/digest/sha256.h"
#include "report/document/base64.h"
#include "report/document/html.h"
#include "report/document/report_sections.h"
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

Html head_of(const measure::Assessment& assessment)
{
  return element("head", empty_element("meta", {{"charset", "utf-8"}}) +
                             empty_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy()}}) +
                             meta("viewport", "width=device-width, initial-scale=1") + meta("referrer", "no-referrer") +
                             meta("generator", assessment.software_version) +
                             element("title", text("Response assessment: " + assessment.patient)) + style_element(style_sheet()));
}

Html footer_of(const measure::Assessment& assessment)
{
  return element("footer",
                 text(assessment.software_version + " \u00b7 case " + assessment.patient + " \u00b7 research tool, not a medical device"));
}

Html body_of(const measure::Assessment& assessment)
{
  return element("body",
                 header_section(assessment) +
                     element("main", warnings_section(assessment) + response_section(assessment) + lesion_section(assessment) +
                                         comparability_section(assessment) + key_image_section(assessment) + reasons_section(assessment) + geometry_section(assessment) +
                                         evidence_section(assessment) + provenance_section(assessment)) +
                     footer_of(assessment));
}
}  // namespace

std::string to_html(const measure::Assessment& assessment)
{
  return "<!DOCTYPE html>\n" + element("html", {{"lang", "en"}}, head_of(assessment) + body_of(assessment)).markup() + "\n";
}
}  // namespace nadir::report
