#include "cli/output/audit_json.h"

#include <nlohmann/json.hpp>

#include "reading/audit/event_words.h"
#include "reading/record/event_text.h"

namespace nadir::cli
{
namespace
{
using nlohmann::ordered_json;

/// Damaged files can hold any bytes: what is no UTF-8 becomes U+FFFD.
std::string text_of(const ordered_json& document) { return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n"; }
}  // namespace

std::string events_json(std::span<const reading::Event> events, const reading::Digest& head)
{
  auto list = ordered_json::array();
  reading::Reading before;
  auto digest = reading::digest_before_first_event();
  for (const auto& event : events)
  {
    const auto body = canonical_text(event);
    digest = reading::chained_digest(digest, body);
    auto entry = ordered_json::parse(body);
    entry["words"] = reading::in_words(event, before);
    entry["digest"] = digest.text();
    list.push_back(std::move(entry));
    before.apply(event);
  }
  return text_of({{"head", head.text()}, {"events", std::move(list)}});
}

std::string report_json(const reading::AuditReport& report)
{
  auto damages = ordered_json::array();
  for (const auto& damage : report.damages) damages.push_back({{"place", damage.place}, {"what", damage.what}});
  ordered_json document;
  document["whole"] = report.damages.empty();
  document["events"] = report.events;
  document["whole_events"] = report.whole_events;
  document["blobs"] = report.blobs;
  document["head"] = report.head.text();
  document["sealed"] = report.is_sealed;
  document["state"] = report.reading.state_digest().text();
  document["damages"] = std::move(damages);
  document["notices"] = report.notices;
  return text_of(document);
}
}  // namespace nadir::cli
