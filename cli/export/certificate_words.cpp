#include "cli/export/certificate_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/talk.h"

namespace nadir::cli
{
namespace
{
using nlohmann::ordered_json;

std::string counted(std::size_t count, const std::string& noun) { return std::to_string(count) + " " + noun + (count == 1 ? "" : "s"); }

std::string words_of(const report::CertifiedFormat& format)
{
  if (!format.is_written()) return visible(format.format + ": refused: " + format.refusal) + "\n";
  const auto equal = std::count_if(format.read_back.begin(), format.read_back.end(),
                                   [](const report::ReadBack& check) { return check.differences.empty(); });
  std::string text =
      visible(format.format) + ": " + counted(format.files.size(), "file") + ", " + std::to_string(equal) + " read back equal\n";
  for (const auto& left_out : format.left_out) text += "  no room for: " + visible(left_out) + "\n";
  for (const auto& notice : format.notices) text += "  notice: " + visible(notice) + "\n";
  return text;
}
}  // namespace

std::string words_of(const report::Certificate& certificate)
{
  std::string text;
  for (const auto& format : certificate.formats) text += words_of(format);
  if (!certificate.moment.empty()) text += "moment: " + visible(certificate.moment + " (" + certificate.moment_origin + ")") + "\n";
  return text;
}

std::string words_of(const report::ExportVerdict& verdict)
{
  std::string text;
  for (const auto& damage : verdict.damages) text += "damaged: " + visible(damage.place + " " + damage.what) + "\n";
  text += counted(verdict.files, "file") + " compared with the certificate\n";
  return text + (verdict.damages.empty() ? "The export holds.\n" : "The export does not hold.\n");
}

std::string json_of(const report::ExportVerdict& verdict)
{
  ordered_json document;
  document["holds"] = verdict.damages.empty();
  document["files"] = verdict.files;
  document["damages"] = ordered_json::array();
  for (const auto& damage : verdict.damages) document["damages"].push_back({{"place", damage.place}, {"what", damage.what}});
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}
}  // namespace nadir::cli
