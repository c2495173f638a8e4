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
  OutgoingObject object;     ///< its file lies in the queue, named after its SHA-256
  bool was_underway = false; ///< a process died, or the connection broke, while it was being sent: the peer may have it
  int attempts = 0;
};

/// How many objects of a destination are in which state.
struct QueueCounts
{
  std::size_t open = 0, confirmed = 0, refused = 0;
};

/// What still has to reach which archive, on disk: `queue.sqlite` (WAL, synchronous FULL) and a copy of each object, in one folder.
/// An object is in the queue when `add` has returned, and out of it only when the peer's confirmation is on disk; a crash between the two
/// leaves it in, marked as underway. A destination gets each SOP instance once.
class SendQueue
{
public:
  /// Opens or makes one. Failures: QueueDamaged.
  static Result<SendQueue> open(const std::filesystem::path& folder);
  ~SendQueue();
  SendQueue(SendQueue&&) noexcept;
  SendQueue& operator=(SendQueue&&) noexcept;

  /// Copies the object into the queue; without effect when the destination has it or awaits it. Failures: QueueDamaged; ObjectInvalid
  /// when the same SOP instance was queued with other bytes (an archive must not hold two of one name).
  Result<Done> add(const OutgoingObject& object, const std::string& destination);

  Result<std::vector<QueuedObject>> open_objects(const std::string& destination) const; ///< in the order they were added
  Result<std::vector<std::string>> destinations() const;                                ///< that have open objects
  Result<QueueCounts> counts(const std::string& destination) const;

  Result<Done> mark_underway(std::int64_t id);
  Result<Done> record(std::int64_t id, const Outcome& outcome);

private:
  struct State;
  explicit SendQueue(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};
} // namespace nadir::report
