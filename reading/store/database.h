#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "reading/record/record_error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace nadir::reading
{
/// One SQL statement with its parameters. Valid as long as its Database.
class Statement
{
public:
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind_text(int parameter, std::string_view value);
  Statement& bind_bytes(int parameter, std::string_view value);

  /// Goes on to the next row: true when there is one. Failures: DiskFull, WriteFailed, Damaged, ...
  Result<bool> step();
  /// For statements without rows.
  Result<Done> run();

  std::int64_t integer(int column) const;
  /// The bytes of a text or blob, whatever its type.
  std::string bytes(int column) const;
  bool is_text(int column) const;
  bool is_blob(int column) const;

private:
  friend class Database;
  struct Finalize
  {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string file) : statement_(statement), file_(std::move(file)) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string file_;
};

/// A connection to the SQLite file of a record: own schema only, nothing in the file is trusted, every commit reaches the disk
/// (WAL, synchronous=FULL).
class Database
{
public:
  enum class Mode
  {
    Create,  ///< a new file
    Write,
    ReadOnly,
    Immutable,  ///< reads a file that nobody writes, without files beside it
  };
  /// Failures: CannotOpen, Damaged.
  static Result<Database> open(const std::filesystem::path& path, Mode mode);

  Result<Statement> prepare(std::string_view sql);
  Result<Done> run(std::string_view sql);
  /// First column of the first row as a number.
  Result<std::int64_t> number(std::string_view sql);
  Result<std::string> text(std::string_view sql);

  /// Moves everything from the write-ahead log into the file; false when another program still reads the log.
  bool checkpoint();

private:
  struct Close
  {
    void operator()(sqlite3* connection) const;
  };
  Database(std::unique_ptr<sqlite3, Close> connection, std::string file) : connection_(std::move(connection)), file_(std::move(file)) {}
  std::unique_ptr<sqlite3, Close> connection_;
  std::string file_;
};
}  // namespace nadir::reading
