#pragma once

#include <filesystem>
#include <unordered_map>

#include "reading/table/sdtm/sdtm_readings.h"
#include "reading/table/subject_source.h"
#include "reading/table/table_index.h"

namespace nadir::reading::sdtm
{
/// The subjects of a pair of CDISC SDTM tables as CSV: TU (tumour identification) and TR (tumour results). See `readings_of`.
class SdtmSource : public SubjectSource
{
public:
  /// Failures: TableError, of either table.
  static Result<SdtmSource> open(const std::filesystem::path& identification, const std::filesystem::path& results);

  std::size_t count() const override { return subjects_.size(); }
  std::string_view name(std::size_t subject) const override { return subjects_[subject].name; }
  std::unique_ptr<SubjectReader> reader() const override;
  std::string file() const override { return results_.path().string(); }
  std::vector<std::string> problems() const override;

  /// Positions of a subject in the two tables; none where it is not.
  struct Subject
  {
    std::string_view name;
    std::optional<std::size_t> identification, results;
  };
  const Subject& subject(std::size_t position) const { return subjects_[position]; }
  const TableIndex& identification() const { return identification_; }
  const TableIndex& results() const { return results_; }
  const std::vector<double>& visits() const { return visits_; }

private:
  SdtmSource(TableIndex identification, TableIndex results, std::vector<double> visits);

  TableIndex identification_, results_;
  std::vector<double> visits_;  ///< every VISITNUM of TR and TU, ascending
  std::vector<Subject> subjects_;
};
}  // namespace nadir::reading::sdtm
