#include "reading/store/record_store.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "imaging/digest/sha256.h"
#include "reading/record/event_text.h"
#include "reading/store/durable_file.h"
#include "reading/store/head_file.h"
#include "reading/store/place_digest.h"
#include "reading/store/record_schema.h"
#include "reading/store/stored_event.h"

namespace nadir::reading
{
namespace
{
namespace fs = std::filesystem;

bool has_log(const fs::path& path)
{
  std::error_code ignored;
  return fs::exists(path.string() + "-wal", ignored);
}

/// A new file beside the record to be; removes itself and what SQLite put beside it.
class UnfinishedRecord
{
public:
  explicit UnfinishedRecord(const fs::path& target) : name_(target.string() + ".new-" + std::to_string(::getpid())) { remove(); }
  UnfinishedRecord(const UnfinishedRecord&) = delete;
  UnfinishedRecord& operator=(const UnfinishedRecord&) = delete;
  ~UnfinishedRecord() { remove(); }

  const std::string& name() const { return name_; }

private:
  void remove() const
  {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) ::unlink((name_ + suffix).c_str());
  }
  std::string name_;
};

Result<Done> write_first(Database& database, const Event& first)
{
  const auto body = canonical_text(first);
  if (auto made = create_record_schema(database); !made) return made;
  auto insert = database.prepare("INSERT INTO event (sequence, body, digest) VALUES (?, ?, ?)");
  if (!insert) return insert.failure();
  const auto digest = chained_digest(digest_before_first_event(), body);
  return insert->bind(1, first.sequence).bind_text(2, body).bind_text(3, digest.text()).run();
}

Result<Done> make_file(const std::string& name, const Event& first)
{
  auto database = Database::open(name, Database::Mode::Create);
  if (!database) return database.failure();
  for (const char* begin : {"PRAGMA journal_mode=WAL", "BEGIN IMMEDIATE"})
    if (auto done = database->run(begin); !done) return done;
  if (auto written = write_first(*database, first); !written) return written;
  return database->run("COMMIT");
}

Failure occupied(const fs::path& path)
{
  return {RecordError::Exists, path.string() + ": there is a file already (a record is never written over). Choose another name."};
}

/// Gives the finished file its name, unless something has it.
Result<Done> publish(const std::string& finished, const fs::path& path)
{
  if (!synchronise(finished)) return Failure{RecordError::WriteFailed, path.string() + ": did not reach the disk. Check the disk."};
  if (::link(finished.c_str(), path.c_str()) == 0)
  {
    synchronise(path);
    return Done{};
  }
  std::error_code ignored;
  if (errno == EEXIST || fs::exists(path, ignored)) return occupied(path);
  if (::rename(finished.c_str(), path.c_str()) == 0) return Done{};
  return Failure{RecordError::WriteFailed, path.string() + ": could not be made. Choose a folder you may write to."};
}

std::string words_of(ClaimRefusal refusal, const fs::path& path)
{
  if (refusal == ClaimRefusal::HeldElsewhere)
    return path.string() + " is being written by another program; it is open for reading only here. Close it there to go on here.";
  return path.string() + " lies where nothing can be written; it is open for reading only. Copy it to a folder you may write to.";
}

/// Reads without leaving files behind when nobody writes; through the log otherwise.
Database::Mode reading_mode(const fs::path& path, const ClaimOutcome& claimed)
{
  const bool may_be_written = !claimed.claim && claimed.refusal == ClaimRefusal::HeldElsewhere;
  return has_log(path) || may_be_written ? Database::Mode::ReadOnly : Database::Mode::Immutable;
}

constexpr int attempts_to_claim = 20;
constexpr useconds_t pause_us = 10'000;

/// A program that only looks holds the claim for a moment; waiting 0.2 s outlasts it.
ClaimOutcome claim_patiently(const fs::path& path)
{
  auto claimed = WriteClaim::take(path);
  for (int attempt = 1; attempt < attempts_to_claim && !claimed.claim && claimed.refusal == ClaimRefusal::HeldElsewhere; ++attempt)
  {
    ::usleep(pause_us);
    claimed = WriteClaim::take(path);
  }
  return claimed;
}

Result<Done> expect_file(const fs::path& path)
{
  std::error_code ignored;
  if (fs::is_regular_file(path, ignored)) return Done{};
  return Failure{RecordError::CannotOpen, path.string() + ": is not there, or is no file. Check the name."};
}

enum class Sealing
{
  None,
  Holds,
  Broken,
};

/// To be asked before SQLite opens the file: closing a second descriptor of it would end SQLite's locks.
Sealing sealing_of(const fs::path& path)
{
  const auto head = read_head(path);
  if (!head || !head->seal || has_log(path)) return Sealing::None;
  return seal_of(path) == head->seal ? Sealing::Holds : Sealing::Broken;
}

std::string words_of_broken_seal(const fs::path& path)
{
  return path.string() +
         " was changed by something else since it was closed; it is open for reading only. Run \"nadir audit verify\" on it.";
}

Failure read_only(const std::string& reason) { return {RecordError::ReadOnly, reason}; }
}  // namespace

RecordStore::RecordStore(RecordStore&& other) noexcept { *this = std::move(other); }

RecordStore& RecordStore::operator=(RecordStore&& other) noexcept
{
  if (this == &other) return *this;
  close();
  path_ = std::move(other.path_);
  database_ = std::exchange(other.database_, std::nullopt);
  claim_ = std::exchange(other.claim_, std::nullopt);
  sealed_ = other.sealed_;
  read_only_reason_ = std::move(other.read_only_reason_);
  events_ = std::move(other.events_);
  reading_ = std::move(other.reading_);
  head_ = std::move(other.head_);
  return *this;
}

RecordStore::~RecordStore() { close(); }

Result<RecordStore> RecordStore::begin(const fs::path& path, const Command& command, const Stamp& stamp)
{
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(path, ignored))) return occupied(path);
  const auto first = decide({}, command, stamp);
  if (!first) return first.failure();
  if (has_log(path)) return occupied(path.string() + "-wal");  // SQLite would play the log of a lost record into this one
  const UnfinishedRecord unfinished(path);
  if (auto made = make_file(unfinished.name(), *first); !made) return made.failure();
  if (auto published = publish(unfinished.name(), path); !published) return published.failure();
  const Digest digest = chained_digest(digest_before_first_event(), canonical_text(*first));
  write_head(path, {std::get<BeginRecord>(first->act).record, 1, digest, std::nullopt});  // over that of a record that once had this name
  return open(path, Access::Write);
}

Result<RecordStore> RecordStore::open(const fs::path& path, Access access)
{
  if (auto there = expect_file(path); !there) return there.failure();
  auto claimed = access == Access::Write ? claim_patiently(path) : WriteClaim::take(path);
  auto store = open_claimed(path, access, claimed);
  for (int attempt = 1; attempt < attempts_to_claim && !store && !claimed.claim; ++attempt)
  {
    ::usleep(pause_us);  // the other program may just be closing the log that was to be read
    store = open_claimed(path, access, claimed);
  }
  return store;
}

Result<RecordStore> RecordStore::open_claimed(const fs::path& path, Access access, ClaimOutcome& claimed)
{
  const bool writes = access == Access::Write && claimed.claim;
  const auto sealing = writes ? sealing_of(path) : Sealing::None;
  auto database = Database::open(path, writes ? Database::Mode::Write : reading_mode(path, claimed));
  if (!database) return database.failure();
  RecordStore store(path, std::move(*database));
  if (auto loaded = store.load(); !loaded) return loaded.failure();
  if (access == Access::ReadOnly) store.read_only_reason_ = path.string() + " was opened for reading only.";
  else if (!claimed.claim) store.read_only_reason_ = words_of(claimed.refusal, path);
  if (sealing == Sealing::Broken && store.head_is_reached()) store.read_only_reason_ = words_of_broken_seal(path);
  store.sealed_ = sealing == Sealing::Holds;
  if (writes) store.claim_ = std::exchange(claimed.claim, std::nullopt);
  return store;
}

Result<Done> RecordStore::load()
{
  if (auto checked = check_record_schema(*database_, path_); !checked) return checked;
  auto rows = database_->prepare("SELECT sequence, body, digest FROM event ORDER BY sequence");
  if (!rows) return rows.failure();
  head_ = digest_before_first_event();
  for (auto row = rows->step();; row = rows->step())
  {
    if (!row) return row.failure();
    if (!*row) break;
    const StoredEvent stored{rows->integer(0), rows->bytes(1), Digest{rows->bytes(2)}};
    auto event = take_in(stored, reading_, head_);
    if (!event) return event.failure().in_context(path_.string());
    events_.push_back(std::move(*event));
  }
  if (events_.empty()) return Failure{RecordError::Damaged, path_.string() + ": holds no event. Run \"nadir audit verify\" on it."};
  return check_head();
}

/// Events that were confirmed once must still be there.
Result<Done> RecordStore::check_head() const
{
  const auto head = read_head(path_);
  if (!head || head->record != reading_.record()) return Done{};
  if (head->events > static_cast<std::int64_t>(events_.size()))
    return Failure{RecordError::Damaged, path_.string() + ": ends with event " + std::to_string(events_.size()) + ", but " +
                                             std::to_string(head->events) +
                                             " were confirmed (the others are lost). Bring back a copy, or run \"nadir audit verify\"."};
  return Done{};
}

/// Whether the head file tells of exactly these events, so that its seal is one of this file.
bool RecordStore::head_is_reached() const
{
  const auto head = read_head(path_);
  return head && head->events == reading_.events() && head->digest == head_;
}

Result<Done> RecordStore::expect_unchanged()
{
  auto row = database_->prepare("SELECT sequence, digest FROM event ORDER BY sequence DESC LIMIT 1");
  if (!row) return row.failure();
  const auto found = row->step();
  if (!found) return found.failure();
  if (*found && row->integer(0) == reading_.events() && row->bytes(1) == head_.text()) return Done{};
  return Failure{RecordError::ChangedElsewhere,
                 path_.string() + ": was changed by another program (this act may no longer fit). Open it again."};
}

Result<Done> RecordStore::insert_blob(const std::string& bytes)
{
  const auto digest = imaging::sha256_of(bytes);
  auto insert =
      database_->prepare("INSERT INTO blob (digest, bytes) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM blob WHERE digest = ?1)");
  return insert ? insert->bind_text(1, digest).bind_bytes(2, bytes).run() : Result<Done>(insert.failure());
}

Result<Done> RecordStore::insert(const Event& event, const Digest& digest, std::span<const std::string> blobs)
{
  if (auto unchanged = expect_unchanged(); !unchanged) return unchanged;
  for (const auto& bytes : blobs)
    if (auto kept = insert_blob(bytes); !kept) return kept;
  for (const auto& named : blobs_of(event.act))
  {
    auto found = database_->prepare("SELECT count(*) FROM blob WHERE digest = ?");
    if (!found) return found.failure();
    if (auto row = found->bind_text(1, named.text()).step(); !row) return row.failure();
    if (found->integer(0) == 0)
      return Failure{RecordError::NotAllowed, "the bytes with SHA-256 " + named.text() +
                                                  " are not in the record (the act could not be followed up). Give them with it."};
  }
  auto insert = database_->prepare("INSERT INTO event (sequence, body, digest) VALUES (?, ?, ?)");
  return insert ? insert->bind(1, event.sequence).bind_text(2, canonical_text(event)).bind_text(3, digest.text()).run()
                : Result<Done>(insert.failure());
}

Result<Done> RecordStore::in_transaction(const std::function<Result<Done>()>& work)
{
  if (auto begun = database_->run("BEGIN IMMEDIATE"); !begun) return begun;
  auto done = work();
  if (done) done = database_->run("COMMIT");
  if (!done) (void)database_->run("ROLLBACK");
  return done;
}

void RecordStore::note_head()
{
  sealed_ = false;
  reading::note_head(path_, {reading_.record(), reading_.events(), head_, std::nullopt});
}

Result<Done> RecordStore::keep(const Event& event, std::span<const std::string> blobs)
{
  const auto digest = chained_digest(head_, canonical_text(event));
  if (auto kept = in_transaction([&] { return insert(event, digest, blobs); }); !kept) return kept;
  reading_.apply(event);
  events_.push_back(event);
  head_ = digest;
  note_head();
  return Done{};
}

Result<Event> RecordStore::issue(const Command& command, const Stamp& stamp, std::span<const std::string> blobs)
{
  if (is_read_only()) return read_only(read_only_reason_);
  const auto event = decide(reading_, command, stamp);
  if (!event) return event;
  const auto kept = keep(*event, blobs);
  return kept ? event : Result<Event>(kept.failure());
}

Result<std::string> RecordStore::blob(const Digest& digest)
{
  auto row = database_->prepare("SELECT bytes FROM blob WHERE digest = ?");
  if (!row) return row.failure();
  const auto found = row->bind_text(1, digest.text()).step();
  if (!found) return found.failure();
  if (!*found) return Failure{RecordError::CannotOpen, path_.string() + ": there is no blob " + digest.text()};
  auto bytes = row->bytes(0);
  if (imaging::sha256_of(bytes) != digest.text())
    return Failure{RecordError::Damaged, path_.string() + ": the blob " + digest.text() + " is damaged. Run \"nadir audit verify\" on it."};
  return bytes;
}

Result<Done> RecordStore::remember_place(const Digest& images, const fs::path& folder)
{
  if (is_read_only()) return read_only(read_only_reason_);
  note_head();
  return in_transaction(
      [&]
      {
        auto insert = database_->prepare("INSERT INTO place (images, folder, digest) VALUES (?, ?, ?)");
        if (!insert) return Result<Done>(insert.failure());
        return insert->bind_text(1, images.text())
            .bind_text(2, folder.string())
            .bind_text(3, place_digest(images, folder.string()).text())
            .run();
      });
}

std::optional<fs::path> RecordStore::place_of(const Digest& images)
{
  auto row = database_->prepare("SELECT folder, digest FROM place WHERE images = ? ORDER BY number DESC LIMIT 1");
  if (!row) return std::nullopt;
  const auto found = row->bind_text(1, images.text()).step();
  if (!found || !*found || place_digest(images, row->bytes(0)).text() != row->bytes(1)) return std::nullopt;
  return fs::path(row->bytes(0));
}

/// A record that was closed in order is sealed: from then on every changed byte of its file is noticed.
void RecordStore::close()
{
  if (!database_) return;
  const bool to_be_sealed = claim_ && !is_read_only() && !sealed_;
  const bool complete = to_be_sealed && database_->checkpoint();
  database_.reset();
  if (complete && !has_log(path_)) write_head(path_, {reading_.record(), reading_.events(), head_, seal_of(path_)});
  claim_.reset();
}
}  // namespace nadir::reading
