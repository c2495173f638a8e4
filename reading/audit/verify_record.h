#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "reading/audit/kept_record.h"
#include "reading/record/reading.h"

namespace nadir::reading
{
/// What came out of verifying a record.
struct AuditReport
{
  std::int64_t events = 0;        ///< that are there
  std::int64_t whole_events = 0;  ///< from the first on, without a gap or damage
  std::size_t blobs = 0;
  Digest head;                       ///< of the last whole event
  Reading reading;                   ///< after the whole events
  bool is_sealed = false;            ///< every byte of the file was compared with the seal of its last closing
  std::vector<Damage> damages;       ///< empty: nothing was changed
  std::optional<Failure> newer;      ///< why what follows the whole events, undamaged, cannot be judged: a newer program wrote it
  std::vector<std::string> notices;  ///< what could not be checked, or looks odd without being damage
};

/// Verifies a record without changing it: the chain of digests, every event's text and whether it could have happened, every blob,
/// the number of events against the head file, the structure of the file, and, when it was closed in order, every byte of it.
/// `witness`: a head digest that was kept elsewhere (a signed report, an e-mail); the record must contain it.
/// Failures: CannotOpen; NewerVersion, also for a chain that is whole but has events that only a newer program knows.
Result<AuditReport> verify_record(const std::filesystem::path& path, const std::optional<Digest>& witness = {});

/// Verifies a chain of stored events, wherever they come from, and fills events, whole_events, head, reading, damages and notices.
/// `newer` is set where no digest is broken but an event is of a form that this program does not know.
void verify_chain(const std::vector<StoredEvent>& stored, AuditReport& report);
}  // namespace nadir::reading
