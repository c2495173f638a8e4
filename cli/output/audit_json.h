#pragma once

#include <span>
#include <string>

#include "reading/audit/verify_record.h"

namespace nadir::cli
{
/// {"head": ..., "events": [event with "words" and "digest", ...]}: every event as it is kept, with what it did in words.
std::string events_json(std::span<const reading::Event> events, const reading::Digest& head);

/// {"whole": bool, "events": n, "whole_events": n, "blobs": n, "head": ..., "sealed": bool, "state": ..., "damages": [...], "notices":
/// [...]}
std::string report_json(const reading::AuditReport& report);
}  // namespace nadir::cli
