#pragma once

#include <cstdint>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace nadir::report
{
/// A statement with its values; each `bind` fills the next place.
class Statement
{
public:
  Statement(sqlite3* database, const char* words);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(const std::string& text);
  Statement& bind(std::int64_t number);
  bool next();              ///< another row is there
  bool run();               ///< to its end; no rows
  bool ended_well() const;  ///< after next() was false: there were no more, and no fault
  std::string text(int column) const;
  std::int64_t number(int column) const;

private:
  sqlite3_stmt* statement_ = nullptr;
  int place_ = 0, result_;
};
}  // namespace nadir::report
