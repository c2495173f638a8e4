#include "reading/store/database.h"

#include <sqlite3.h>

#include <limits>

#include "imaging/result/expects.h"

namespace nadir::reading
{
namespace
{
constexpr int longest_value = 512 << 20;
constexpr int longest_wait_ms = 5000;

/// A quota or the largest file size, unlike a full disk, reaches us as a failed write.
bool is_space_exhausted(int extended_code)
{
  return extended_code == SQLITE_FULL || extended_code == SQLITE_IOERR_WRITE || extended_code == SQLITE_IOERR_SHMSIZE;
}

Failure failure_of(sqlite3* connection, const std::string& file)
{
  const int code = sqlite3_errcode(connection) & 0xff;
  const std::string words = sqlite3_errmsg(connection);
  if (is_space_exhausted(sqlite3_extended_errcode(connection)))
    return {RecordError::DiskFull,
            file + ": the disk takes no more: it is full, or a quota or the largest file size is reached (nothing of this step was kept; "
                   "everything confirmed before is). Free some space and try again."};
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    return {RecordError::Damaged, file + ": the record is damaged (" + words + "). Run \"nadir audit verify\" on it."};
  if (code == SQLITE_READONLY) return {RecordError::ReadOnly, file + ": may not be written to. Copy it to a folder you may write to."};
  if (code == SQLITE_CANTOPEN)
    return {RecordError::CannotOpen, file + ": cannot be opened (" + words + "). Check the name and the permissions."};
  return {RecordError::WriteFailed,
          file + ": " + words + " (nothing of this step was kept; everything confirmed before is). Open the record again."};
}

/// A file name as SQLite wants it in a "file:" address.
std::string address_of(const std::filesystem::path& path, std::string_view options)
{
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address = "file:";
  for (const char c : std::filesystem::absolute(path).string())
  {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) address += c;
    else ((address += '%') += digits[byte >> 4]) += digits[byte & 15];
  }
  return address + std::string(options);
}

int flags_of(Database::Mode mode)
{
  constexpr int common = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  switch (mode)
  {
  case Database::Mode::Create: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  case Database::Mode::Write: return common | SQLITE_OPEN_READWRITE;
  case Database::Mode::ReadOnly:
  case Database::Mode::Immutable: return common | SQLITE_OPEN_READONLY;
  }
  return common;
}

void distrust(sqlite3* connection)
{
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_busy_timeout(connection, longest_wait_ms);
  sqlite3_extended_result_codes(connection, 1);
}
}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* connection) const { sqlite3_close(connection); }

Statement& Statement::bind(int parameter, std::int64_t value)
{
  sqlite3_bind_int64(statement_.get(), parameter, value);
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view value)
{
  sqlite3_bind_text64(statement_.get(), parameter, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind_bytes(int parameter, std::string_view value)
{
  sqlite3_bind_blob64(statement_.get(), parameter, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT);
  return *this;
}

Result<bool> Statement::step()
{
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failure_of(sqlite3_db_handle(statement_.get()), file_);
}

Result<Done> Statement::run()
{
  const auto stepped = step();
  return stepped ? Result<Done>(Done{}) : stepped.failure();
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string Statement::bytes(int column) const
{
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data ? std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string();
}

bool Statement::is_text(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_TEXT; }
bool Statement::is_blob(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_BLOB; }

Result<Database> Database::open(const std::filesystem::path& path, Mode mode)
{
  sqlite3* opened = nullptr;
  const auto address = address_of(path, mode == Mode::Immutable ? "?immutable=1" : "");
  const int code = sqlite3_open_v2(address.c_str(), &opened, flags_of(mode), nullptr);
  Database database{std::unique_ptr<sqlite3, Close>(opened), path.string()};
  if (code != SQLITE_OK) return failure_of(opened, path.string());
  distrust(opened);
  // The log is emptied into the file after every act: somebody who copies the one file of an open case gets all of it.
  for (const char* setting : {"PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0", "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=1"})
    if (const auto set = database.run(setting); !set) return set.failure();
  return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
  NADIR_EXPECTS(sql.size() < std::numeric_limits<int>::max());
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
    return failure_of(connection_.get(), file_);
  return Statement(statement, file_);
}

Result<Done> Database::run(std::string_view sql)
{
  auto statement = prepare(sql);
  return statement ? statement->run() : Result<Done>(statement.failure());
}

Result<std::int64_t> Database::number(std::string_view sql)
{
  auto statement = prepare(sql);
  if (!statement) return statement.failure();
  const auto row = statement->step();
  if (!row) return row.failure();
  return *row ? statement->integer(0) : std::int64_t{0};
}

Result<std::string> Database::text(std::string_view sql)
{
  auto statement = prepare(sql);
  if (!statement) return statement.failure();
  const auto row = statement->step();
  if (!row) return row.failure();
  return *row ? statement->bytes(0) : std::string();
}

bool Database::checkpoint()
{
  return sqlite3_wal_checkpoint_v2(connection_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
}
}  // namespace nadir::reading
