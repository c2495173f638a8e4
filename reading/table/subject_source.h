#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "reading/table/subject_readings.h"

namespace nadir::reading
{
/// Reads the readings of single subjects; each thread has its own.
class SubjectReader
{
public:
  virtual ~SubjectReader() = default;
  /// Failure{Changed} when a table is no longer what was indexed. Problems of the subject are in the value.
  virtual Result<SubjectReadings> read(std::size_t subject) = 0;
};

/// Subjects whose readings stand in tables, whatever their form: known by number from one pass, read one by one.
class SubjectSource
{
public:
  virtual ~SubjectSource() = default;
  virtual std::size_t count() const = 0;
  virtual std::string_view name(std::size_t subject) const = 0;
  virtual std::unique_ptr<SubjectReader> reader() const = 0;
  virtual std::string file() const = 0;                   ///< the table that problems are in unless they name another
  virtual std::vector<std::string> problems() const = 0;  ///< of the tables as a whole, in words, one line each
};
}  // namespace nadir::reading
