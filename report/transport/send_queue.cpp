#include "report/transport/send_queue.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "imaging/digest/sha256.h"
#include "imaging/storage/write_file.h"
#include "report/transport/sql_statement.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;

constexpr const char* schema =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;"
    "CREATE TABLE IF NOT EXISTS object("
    " id INTEGER PRIMARY KEY, destination TEXT NOT NULL, sop_instance TEXT NOT NULL, sop_class TEXT NOT NULL, transfer_syntax TEXT NOT "
    "NULL,"
    " sha256 TEXT NOT NULL, study_instance TEXT NOT NULL, series_instance TEXT NOT NULL,"
    " state TEXT NOT NULL CHECK(state IN ('waiting','underway','confirmed','refused')),"
    " attempts INTEGER NOT NULL DEFAULT 0, words TEXT NOT NULL DEFAULT '', UNIQUE(destination, sop_instance)) STRICT;";

Failure damaged(const std::string& why)
{
  return Failure(TransportError::QueueDamaged,
                 "the queue cannot be used: " + why +
                     " (objects could be lost or sent twice). Check the disk and its rights; the objects lie beside it.");
}
}  // namespace

struct SendQueue::State
{
  fs::path folder;
  sqlite3* database = nullptr;

  int lock = -1;

  ~State()
  {
    sqlite3_close(database);
    if (lock >= 0) close(lock);  // which gives it back, as the end of the process does
  }

  bool take_lock()
  {
    lock = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    return lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0;
  }

  fs::path file_of(const std::string& sha256) const { return folder / "objects" / (sha256 + ".dcm"); }
  Failure failure() const { return damaged(sqlite3_errmsg(database)); }

  /// The copy in the queue; it must still be what was hashed when it was looked at.
  Result<Done> keep(const OutgoingObject& object) const
  {
    std::ifstream stream(object.file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (imaging::sha256_of(bytes) != object.sha256)
      return Failure(TransportError::ObjectInvalid,
                     "the object changed while it was being queued (another would be sent). Queue it again.");
    return imaging::write_file(file_of(object.sha256), bytes);
  }

  /// Removes a copy that no destination waits for, or may be asked to take again.
  void drop_unneeded(const std::string& sha256) const
  {
    Statement needed(database, "SELECT 1 FROM object WHERE sha256=? AND state<>'confirmed'");
    std::error_code problem;
    if (!needed.bind(sha256).next() && needed.ended_well()) fs::remove(file_of(sha256), problem);
  }
};

SendQueue::SendQueue(std::unique_ptr<State> state) : state_(std::move(state)) {}
SendQueue::~SendQueue() = default;
SendQueue::SendQueue(SendQueue&&) noexcept = default;
SendQueue& SendQueue::operator=(SendQueue&&) noexcept = default;

Result<SendQueue> SendQueue::open(const fs::path& folder)
{
  auto state = std::make_unique<State>();
  state->folder = folder;
  std::error_code problem;
  fs::create_directories(folder / "objects", problem);
  if (problem) return damaged(problem.message());
  if (!state->take_lock())
    return Failure(TransportError::QueueBusy, "another process has the queue (objects would be sent twice). Wait for its end.");
  if (sqlite3_open((folder / "queue.sqlite").c_str(), &state->database) != SQLITE_OK) return state->failure();
  if (sqlite3_exec(state->database, schema, nullptr, nullptr, nullptr) != SQLITE_OK) return state->failure();
  return SendQueue(std::move(state));
}

Result<Done> SendQueue::add(const OutgoingObject& object, const std::string& destination)
{
  Statement known(state_->database, "SELECT sha256 FROM object WHERE destination=? AND sop_instance=?");
  if (known.bind(destination).bind(object.sop_instance).next())
  {
    if (known.text(0) == object.sha256) return Done{};
    return Failure(TransportError::ObjectInvalid, "an object with the same SOP Instance UID but other content was queued before (an "
                                                  "archive must not hold two of one name). Give the new one a UID of its own.");
  }
  if (!known.ended_well()) return state_->failure();
  if (const auto kept = state_->keep(object); !kept) return kept;
  Statement insert(state_->database, "INSERT INTO object(destination,sop_instance,sop_class,transfer_syntax,sha256,study_instance,"
                                     "series_instance,state) VALUES(?,?,?,?,?,?,?,'waiting') ON CONFLICT DO NOTHING");
  insert.bind(destination).bind(object.sop_instance).bind(object.sop_class).bind(object.transfer_syntax).bind(object.sha256);
  if (!insert.bind(object.study_instance).bind(object.series_instance).run()) return state_->failure();
  return Done{};
}

Result<std::vector<QueuedObject>> SendQueue::open_objects(const std::string& destination) const
{
  std::vector<QueuedObject> objects;
  Statement rows(state_->database, "SELECT id,sop_class,sop_instance,transfer_syntax,sha256,state,attempts,study_instance,series_instance "
                                   "FROM object WHERE destination=? AND state IN ('waiting','underway') ORDER BY id");
  rows.bind(destination);
  while (rows.next())
    objects.push_back({rows.number(0),
                       {state_->file_of(rows.text(4)), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(7), rows.text(8)},
                       rows.text(5) == "underway",
                       static_cast<int>(rows.number(6))});
  if (!rows.ended_well()) return state_->failure();
  return objects;
}

Result<QueueCounts> SendQueue::counts(const std::string& destination) const
{
  QueueCounts counts;
  Statement rows(state_->database, "SELECT state,count(*) FROM object WHERE destination=? GROUP BY state");
  rows.bind(destination);
  while (rows.next())
    (rows.text(0) == "confirmed" ? counts.confirmed
     : rows.text(0) == "refused" ? counts.refused
                                 : counts.open) += static_cast<std::size_t>(rows.number(1));
  if (!rows.ended_well()) return state_->failure();
  return counts;
}

Result<std::vector<QueueEntry>> SendQueue::entries() const
{
  std::vector<QueueEntry> entries;
  Statement rows(state_->database, "SELECT destination,sop_instance,state,attempts,words FROM object ORDER BY destination,id");
  while (rows.next()) entries.push_back({rows.text(0), rows.text(1), rows.text(2), static_cast<int>(rows.number(3)), rows.text(4)});
  if (!rows.ended_well()) return state_->failure();
  return entries;
}

Result<std::size_t> SendQueue::retry_refused(const std::string& destination)
{
  Statement update(state_->database, "UPDATE object SET state='waiting' WHERE destination=? AND state='refused'");
  if (!update.bind(destination).run()) return state_->failure();
  return static_cast<std::size_t>(sqlite3_changes(state_->database));
}

Result<std::size_t> SendQueue::forget(const std::string& destination)
{
  std::vector<std::string> dropped;
  {
    Statement rows(state_->database, "DELETE FROM object WHERE destination=? AND state<>'confirmed' RETURNING sha256");
    rows.bind(destination);
    while (rows.next()) dropped.push_back(rows.text(0));
    if (!rows.ended_well()) return state_->failure();
  }
  for (const auto& sha256 : dropped) state_->drop_unneeded(sha256);
  return dropped.size();
}

Result<Done> SendQueue::mark_underway(std::int64_t id)
{
  Statement update(state_->database,
                   "UPDATE object SET state='underway', attempts=attempts+1 WHERE id=? AND state IN ('waiting','underway')");
  if (!update.bind(id).run()) return state_->failure();
  return Done{};
}

Result<Done> SendQueue::record(std::int64_t id, const Outcome& outcome)
{
  const std::string state = outcome.delivery == Delivery::Open ? "underway" : std::string(name_of(outcome.delivery));
  Statement update(state_->database, "UPDATE object SET state=?, words=? WHERE id=? RETURNING sha256");
  if (!update.bind(state).bind(outcome.words).bind(id).next()) return state_->failure();
  const std::string sha256 = update.text(0);
  if (!update.run()) return state_->failure();
  if (outcome.delivery == Delivery::Confirmed) state_->drop_unneeded(sha256);
  return Done{};
}
}  // namespace nadir::report
