#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "reading/record/event.h"
#include "reading/record/identities.h"
#include "reading/record/reading.h"
#include "reading/record/record_error.h"

namespace nadir::reading
{
/// An event as it is kept: its canonical text, and the digest that binds it to all before.
struct StoredEvent
{
  std::int64_t sequence = 0;
  std::string body;
  Digest digest;
};

/// Blobs that an act names.
std::vector<Digest> blobs_of(const Act& act);

/// Takes in the next stored event if it is whole: digest, text, number, and that `decide` would have allowed it on this reading.
/// `head` is the digest of the event before and becomes this one's. Failures, naming the event: Damaged; NewerVersion for
/// an event whose digest is whole but whose form this program does not know.
Result<Event> take_in(const StoredEvent& stored, Reading& reading, Digest& head);
}  // namespace nadir::reading
