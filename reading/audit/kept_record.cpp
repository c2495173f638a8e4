#include "reading/audit/kept_record.h"

#include <algorithm>

#include "imaging/digest/sha256.h"
#include "imaging/units/utf8_text.h"
#include "reading/command/text_rules.h"
#include "reading/store/database.h"
#include "reading/store/place_digest.h"
#include "reading/store/record_schema.h"

namespace nadir::reading
{
namespace
{
namespace fs = std::filesystem;

/// Numbers above this are not believed: a damaged file must not keep the program busy for ever.
constexpr std::int64_t most_rows = 5'000'000;
constexpr std::size_t most_complaints = 20;

std::string event_place(std::int64_t sequence) { return "event " + std::to_string(sequence); }

/// What SQLite says of a damaged file may quote its bytes.
std::string readable(std::string text)
{
  if (is_utf8(text)) return text;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
  return text;
}

void note(KeptRecord& kept, const std::string& place, const std::string& what)
{
  kept.damages.push_back({readable(place), readable(what)});
}

std::int64_t last_number(Database& database, const std::string& sql, KeptRecord& kept)
{
  const auto last = database.number(sql);
  if (!last) note(kept, "file", "the rows cannot be counted: " + last.failure().message());
  return last ? std::clamp<std::int64_t>(*last, 0, most_rows) : 0;
}

void read_event(Statement& row, std::int64_t sequence, KeptRecord& kept)
{
  const auto found = row.bind(1, sequence).step();
  if (!found) note(kept, event_place(sequence), "cannot be read: " + found.failure().message());
  else if (!*found) note(kept, event_place(sequence), "is missing");
  else if (!row.is_text(0) || !row.is_text(1)) note(kept, event_place(sequence), "is of another kind than text");
  else kept.events.push_back({sequence, row.bytes(0), Digest{row.bytes(1)}});
}

void read_events(Database& database, std::int64_t expected, KeptRecord& kept)
{
  const auto last = std::max(last_number(database, "SELECT max(sequence) FROM event", kept), std::min(expected, most_rows));
  for (std::int64_t sequence = 1; sequence <= last; ++sequence)
  {
    auto row = database.prepare("SELECT body, digest FROM event WHERE sequence = ?");
    if (!row) return note(kept, "file", "the table of events cannot be read: " + row.failure().message());
    read_event(*row, sequence, kept);
  }
}

/// A blob is found through its digest, too: a damaged index would hide it.
bool is_found_by_digest(Database& database, const std::string& digest, std::int64_t number)
{
  auto row = database.prepare("SELECT number FROM blob WHERE digest = ?");
  if (!row) return false;
  const auto found = row->bind_text(1, digest).step();
  return found && *found && row->integer(0) == number;
}

void check_blob(Database& database, Statement& row, std::int64_t number, KeptRecord& kept)
{
  const auto place = "blob number " + std::to_string(number);
  const auto found = row.bind(1, number).step();
  if (!found) return note(kept, place, "cannot be read: " + found.failure().message());
  if (!*found) return note(kept, place, "is missing");
  const auto digest = row.bytes(0);
  kept.blobs.push_back(digest);
  if (row.is_text(0) && row.is_blob(1) && imaging::sha256_of(row.bytes(1)) == digest)
  {
    if (!is_found_by_digest(database, digest, number))
      note(kept, "blob " + digest, "is whole but not found through its digest (the index is damaged)");
    return;
  }
  kept.blob_damage[digest] = "its bytes do not agree with its digest";
  note(kept, "blob " + digest + " (number " + std::to_string(number) + ")", "its bytes do not agree with its digest");
}

void read_blobs(Database& database, KeptRecord& kept)
{
  const auto last = last_number(database, "SELECT max(number) FROM blob", kept);
  for (std::int64_t number = 1; number <= last; ++number)
  {
    auto row = database.prepare("SELECT digest, bytes FROM blob WHERE number = ?");
    if (!row) return note(kept, "file", "the table of blobs cannot be read: " + row.failure().message());
    check_blob(database, *row, number, kept);
  }
}

void read_places(Database& database, KeptRecord& kept)
{
  const auto last = last_number(database, "SELECT max(number) FROM place", kept);
  for (std::int64_t number = 1; number <= last; ++number)
  {
    auto row = database.prepare("SELECT images, folder, digest FROM place WHERE number = ?");
    if (!row) return;
    const auto found = row->bind(1, number).step();
    const bool whole = found && *found && place_digest(Digest{row->bytes(0)}, row->bytes(1)).text() == row->bytes(2);
    if (!whole) note(kept, "place of images " + std::to_string(number), "does not agree with its digest (no reading depends on it)");
  }
}

void check_structure(Database& database, KeptRecord& kept)
{
  auto rows = database.prepare("PRAGMA integrity_check(20)");
  if (!rows) return note(kept, "file", "its structure cannot be checked: " + rows.failure().message());
  for (std::size_t k = 0; k < most_complaints; ++k)
  {
    const auto row = rows->step();
    if (!row) return note(kept, "file", "its structure cannot be checked: " + row.failure().message());
    if (!*row) return;
    if (rows->bytes(0) != "ok") note(kept, "file", "structure: " + rows->bytes(0));
  }
}

Result<Database> opened(const fs::path& path)
{
  std::error_code ignored;
  const bool has_log = fs::exists(path.string() + "-wal", ignored);
  return Database::open(path, has_log ? Database::Mode::ReadOnly : Database::Mode::Immutable);
}
}  // namespace

Result<KeptRecord> read_kept_record(const fs::path& path, std::int64_t expected_events)
{
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored))
    return Failure{RecordError::CannotOpen, path.string() + ": is not there, or is no file. Check the name."};
  KeptRecord kept;
  auto database = opened(path);
  if (!database)
  {
    note(kept, "file", "cannot be opened: " + database.failure().message());
    return kept;
  }
  const auto schema = check_record_schema(*database, path);
  if (!schema && schema.failure().is(RecordError::NewerVersion) && expected_events == 0) return schema.failure();
  if (!schema) note(kept, "file", schema.failure().message());
  read_events(*database, expected_events, kept);
  read_blobs(*database, kept);
  read_places(*database, kept);
  check_structure(*database, kept);
  return kept;
}
}  // namespace nadir::reading
