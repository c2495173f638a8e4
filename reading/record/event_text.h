#pragma once

#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "reading/record/event.h"
#include "reading/record/record_error.h"

namespace nadir::reading
{
/// The event as one line of JSON with fixed key order and no blanks: what is stored, and what its digest is taken of.
///     {"sequence":5,"when":"2026-11-23T17:10:35.123Z","who":"A","why":"","software":"nadir 0.1.0","act":"undo"}
std::string canonical_text(const Event& event);

/// Reads an event back. Strict: a text is accepted only when writing the event gives the same bytes again. Failure: TextInvalid.
Result<Event> parse_event(std::string_view text);

/// Reads an act that a person or program asks for: {"act": "place-caliper", "lesion": "T01", "timepoint": "baseline",
/// "longest": [[x,y,z],[x,y,z]]}, with an optional "why". Blanks and key order are free; unknown keys, keys given twice, missing
/// ones and values of the wrong kind are refused by name. Failure: TextInvalid.
struct RequestedAct
{
  Act act;
  std::string why;
};
Result<RequestedAct> parse_act(std::string_view text);

/// Digest that binds an event to everything before it: SHA-256 of previous digest, line feed, canonical text, line feed; before the
/// first event the previous digest is 64 zeros.
///     printf '%s\n%s\n' "$previous" "$event" | sha256sum
Digest chained_digest(const Digest& previous, std::string_view canonical);
const Digest& digest_before_first_event();
}  // namespace nadir::reading
