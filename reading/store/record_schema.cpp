#include "reading/store/record_schema.h"

namespace nadir::reading
{
namespace
{
std::string refusal(const std::string& table, const std::string& action)
{
  return "CREATE TRIGGER " + table + "_no_" + action + " BEFORE " + action + " ON " + table +
         " BEGIN SELECT RAISE(ABORT, 'a record is only added to'); END";
}

std::vector<std::string> statements()
{
  std::vector<std::string> all{
      "CREATE TABLE event (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL, digest TEXT NOT NULL) STRICT",
      "CREATE TABLE blob (number INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT",
      "CREATE TABLE place (number INTEGER PRIMARY KEY, images TEXT NOT NULL, folder TEXT NOT NULL, digest TEXT NOT NULL) STRICT",
      "CREATE TRIGGER event_follows BEFORE INSERT ON event WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event) "
      "BEGIN SELECT RAISE(ABORT, 'an event follows the one before it'); END",
      "CREATE TRIGGER blob_once BEFORE INSERT ON blob WHEN EXISTS (SELECT 1 FROM blob WHERE digest = NEW.digest) "
      "BEGIN SELECT RAISE(ABORT, 'a blob is kept once'); END"};
  for (const char* table : {"event", "blob", "place"})
    for (const char* action : {"update", "delete"}) all.push_back(refusal(table, action));
  return all;
}

Result<std::vector<std::string>> schema_in(Database& database)
{
  auto rows = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
  if (!rows) return rows.failure();
  std::vector<std::string> texts;
  while (true)
  {
    const auto row = rows->step();
    if (!row) return row.failure();
    if (!*row) return texts;
    texts.push_back(rows->bytes(0));
  }
}
}  // namespace

const std::vector<std::string>& record_schema()
{
  static const auto all = statements();
  return all;
}

Result<Done> create_record_schema(Database& database)
{
  for (const auto& statement : record_schema())
    if (const auto made = database.run(statement); !made) return made;
  if (const auto set = database.run("PRAGMA application_id=" + std::to_string(record_application_id)); !set) return set;
  return database.run("PRAGMA user_version=" + std::to_string(record_schema_version));
}

Result<Done> check_record_schema(Database& database, const std::filesystem::path& path)
{
  const auto application = database.number("PRAGMA application_id");
  if (!application) return application.failure();
  if (*application != record_application_id)
    return Failure{RecordError::CannotOpen, path.string() + ": is no Nadir record. Give a file that \"nadir read\" made."};
  const auto version = database.number("PRAGMA user_version");
  if (!version) return version.failure();
  if (*version > record_schema_version)
    return Failure{RecordError::NewerVersion, path.string() + ": was written by a newer Nadir (record version " + std::to_string(*version) +
                                                  ", this program knows " + std::to_string(record_schema_version) +
                                                  "; guessing could lose what it says). Use the newer program."};
  const auto schema = schema_in(database);
  if (!schema) return schema.failure();
  if (*version != record_schema_version || *schema != record_schema())
    return Failure{RecordError::Damaged,
                   path.string() + ": its tables are not those of a record (someone changed them). Run \"nadir audit verify\" on it."};
  return Done{};
}
}  // namespace nadir::reading
