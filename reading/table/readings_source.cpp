#include "reading/table/readings_source.h"

namespace nadir::reading
{
namespace
{
class ReadingsReader : public SubjectReader
{
public:
  ReadingsReader(const TableIndex& index, const ReadingsTable& table) : index_(index), table_(table), rows_(index), file_(index.path()) {}

  Result<SubjectReadings> read(std::size_t subject) override
  {
    const auto& indexed = index_.subjects()[subject];
    if (const auto read = rows_.read(indexed, file_); !read) return read.failure();
    return table_.readings_of(indexed.name, rows_);
  }

private:
  const TableIndex& index_;
  const ReadingsTable& table_;
  SubjectRows rows_;
  FilePieces file_;
};
}  // namespace

Result<ReadingsSource> ReadingsSource::open(const std::filesystem::path& path, KeepCells keep)
{
  auto index = TableIndex::build(path, ReadingsTable::needed_columns());
  if (!index) return index.failure();
  return ReadingsSource(std::move(*index), keep);
}

std::unique_ptr<SubjectReader> ReadingsSource::reader() const { return std::make_unique<ReadingsReader>(index_, table_); }

std::vector<std::string> ReadingsSource::problems() const
{
  std::vector<std::string> words;
  for (const auto& problem : index_.problems()) words.push_back(in_words(file(), problem));
  for (const auto& doubt : table_.columns().doubtful()) words.push_back(file() + ":1: " + doubt);
  return words;
}
}  // namespace nadir::reading
