#include "reading/table/sdtm/sdtm_source.h"

#include <algorithm>
#include <set>

#include "imaging/units/number_text.h"

namespace nadir::reading::sdtm
{
namespace
{
/// Adds every different VISITNUM of a table.
Result<Done> add_visits(const TableIndex& index, std::set<double>& visits)
{
  const auto column = index.column("visitnum");
  if (!column) return Done{};
  auto file = CsvFile::open(index.path());
  if (!file) return file.failure();
  std::set<std::string, std::less<>> seen;
  file->next();
  while (file->next_beginning(*column + 1))
  {
    const auto& fields = file->row().fields;
    const auto text = *column < fields.size() ? trimmed(fields[*column]) : std::string_view{};
    if (seen.contains(text)) continue;
    seen.emplace(text);
    if (const auto visit = parse_number(text)) visits.insert(*visit);
  }
  return Done{};
}

class SdtmReader : public SubjectReader
{
public:
  explicit SdtmReader(const SdtmSource& source)
      : source_(source), identification_columns_(source.identification(), "TU"), result_columns_(source.results(), "TR"),
        identification_(source.identification()), results_(source.results()), identification_file_(source.identification().path()),
        results_file_(source.results().path())
  {
  }

  Result<SubjectReadings> read(std::size_t position) override
  {
    const auto& subject = source_.subject(position);
    const IndexedSubject none;
    const auto& in_tu = subject.identification ? source_.identification().subjects()[*subject.identification] : none;
    const auto& in_tr = subject.results ? source_.results().subjects()[*subject.results] : none;
    if (const auto read = identification_.read(in_tu, identification_file_); !read) return read.failure();
    if (const auto read = results_.read(in_tr, results_file_); !read) return read.failure();
    return readings_of(subject.name, {identification_, identification_columns_, results_, result_columns_}, source_.visits());
  }

private:
  const SdtmSource& source_;
  Columns identification_columns_, result_columns_;
  SubjectRows identification_, results_;
  FilePieces identification_file_, results_file_;
};
}  // namespace

Result<SdtmSource> SdtmSource::open(const std::filesystem::path& identification, const std::filesystem::path& results)
{
  auto tu = TableIndex::build(identification, {"usubjid", "tulnkid", "tutestcd", "tuorres"});
  if (!tu) return tu.failure();
  auto tr = TableIndex::build(results, {"usubjid", "trlnkid", "trtestcd", "trorres", "visitnum"});
  if (!tr) return tr.failure();
  std::set<double> visits;
  for (const auto* index : {&*tu, &*tr})
    if (const auto added = add_visits(*index, visits); !added) return added.failure();
  return SdtmSource(std::move(*tu), std::move(*tr), {visits.begin(), visits.end()});
}

SdtmSource::SdtmSource(TableIndex identification, TableIndex results, std::vector<double> visits)
    : identification_(std::move(identification)), results_(std::move(results)), visits_(std::move(visits))
{
  std::unordered_map<std::string_view, std::size_t> positions;
  const auto at = [&](const std::string& name) -> Subject&
  {
    const auto [known, is_new] = positions.try_emplace(name, subjects_.size());
    if (is_new) subjects_.push_back({name, std::nullopt, std::nullopt});
    return subjects_[known->second];
  };
  for (std::size_t i = 0; i < results_.subjects().size(); ++i) at(results_.subjects()[i].name).results = i;
  for (std::size_t i = 0; i < identification_.subjects().size(); ++i) at(identification_.subjects()[i].name).identification = i;
}

std::unique_ptr<SubjectReader> SdtmSource::reader() const { return std::make_unique<SdtmReader>(*this); }

std::vector<std::string> SdtmSource::problems() const
{
  std::vector<std::string> words;
  for (const auto* index : {&identification_, &results_})
    for (const auto& problem : index->problems()) words.push_back(in_words(index->path().string(), problem));
  return words;
}
}  // namespace nadir::reading::sdtm
