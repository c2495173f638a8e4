#pragma once

#include "reading/table/readings_table.h"
#include "reading/table/subject_source.h"

namespace nadir::reading
{
/// The subjects of a table of readings (READINGS.csv).
class ReadingsSource : public SubjectSource
{
public:
  /// Failures: TableError.
  static Result<ReadingsSource> open(const std::filesystem::path& path, KeepCells keep);

  std::size_t count() const override { return index_.subjects().size(); }
  std::string_view name(std::size_t subject) const override { return index_.subjects()[subject].name; }
  std::unique_ptr<SubjectReader> reader() const override;
  std::string file() const override { return index_.path().string(); }
  std::vector<std::string> problems() const override;

private:
  ReadingsSource(TableIndex index, KeepCells keep) : index_(std::move(index)), table_(index_, keep) {}

  TableIndex index_;
  ReadingsTable table_;
};
}  // namespace nadir::reading
