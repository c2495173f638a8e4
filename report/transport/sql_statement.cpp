#include "report/transport/sql_statement.h"

#include <sqlite3.h>

namespace nadir::report
{
Statement::Statement(sqlite3* database, const char* words) : result_(SQLITE_ERROR)
{
  sqlite3_prepare_v2(database, words, -1, &statement_, nullptr);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(const std::string& text)
{
  sqlite3_bind_text(statement_, ++place_, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind(std::int64_t number)
{
  sqlite3_bind_int64(statement_, ++place_, number);
  return *this;
}

bool Statement::next() { return statement_ && (result_ = sqlite3_step(statement_)) == SQLITE_ROW; }
bool Statement::run() { return !next() && result_ == SQLITE_DONE; }
bool Statement::ended_well() const { return result_ == SQLITE_DONE; }

std::string Statement::text(int column) const
{
  const auto* bytes = sqlite3_column_text(statement_, column);
  return bytes ? reinterpret_cast<const char*>(bytes) : "";
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_, column); }
}  // namespace nadir::report
