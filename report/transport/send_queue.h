#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/transport/delivery.h"
#include "report/transport/outgoing_object.h"

namespace nadir::report
{
/// One object on its way to one destination.
struct QueuedObject
{
  std::int64_t id = 0;
  OutgoingObject object;      ///< its file lies in the queue, named after its SHA-256
  bool was_underway = false;  ///< a process died, or the connection broke, while it was being sent: the peer may have it
  int attempts = 0;
};

/// How many objects of a destination are in which state.
struct QueueCounts
{
  std::size_t open = 0, confirmed = 0, refused = 0;
};

/// One line of the queue's list, whatever its state.
struct QueueEntry
{
  std::string destination;
  std::string sop_instance;
  std::string state;  ///< "waiting", "underway", "confirmed", "refused"
  int attempts = 0;
  std::string words;  ///< the last answer
};

/// What still has to reach which archive, on disk: `queue.sqlite` (WAL, synchronous FULL) and a copy of each object, in one folder.
/// An object is in the queue when `add` has returned, and out of it only when the peer's confirmation is on disk; a crash between the two
/// leaves it in, marked as underway. A destination gets each SOP instance once. One process has a queue at a time: two would send twice.
class SendQueue
{
public:
  /// Opens or makes one. Failures: QueueDamaged; QueueBusy while another process has it.
  static Result<SendQueue> open(const std::filesystem::path& folder);
  ~SendQueue();
  SendQueue(SendQueue&&) noexcept;
  SendQueue& operator=(SendQueue&&) noexcept;

  /// Copies the object into the queue; without effect when the destination has it or awaits it. Failures: QueueDamaged; ObjectInvalid
  /// when the same SOP instance was queued with other bytes (an archive must not hold two of one name).
  Result<Done> add(const OutgoingObject& object, const std::string& destination);

  Result<std::vector<QueuedObject>> open_objects(const std::string& destination) const;  ///< in the order they were added
  Result<QueueCounts> counts(const std::string& destination) const;

  Result<std::vector<QueueEntry>> entries() const;  ///< by destination, in the order they were added

  /// Lets what a destination refused wait again, and tells how many. Their copies are kept until then.
  Result<std::size_t> retry_refused(const std::string& destination);

  /// Drops what a destination refused or still awaits, and tells how many; what it confirmed stays known. Nothing is taken back from it.
  Result<std::size_t> forget(const std::string& destination);

  Result<Done> mark_underway(std::int64_t id);
  Result<Done> record(std::int64_t id, const Outcome& outcome);

private:
  struct State;
  explicit SendQueue(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};
}  // namespace nadir::report
