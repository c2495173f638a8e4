#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "imaging/units/number_text.h"
#include "report/cdisc/carried_reading.h"
#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/supplements.h"
#include "report/cdisc/terms.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::LesionRole;

/// One row of a dataset by the names of its variables, without the domain's two letters.
class Row
{
public:
  Row(const Dataset& dataset, std::size_t row) : dataset_(dataset), row_(row) {}
  std::string operator[](const std::string& variable) const { return text_at(dataset_, row_, dataset_.name + variable); }
  std::string plain(const std::string& variable) const { return text_at(dataset_, row_, variable); }

private:
  const Dataset& dataset_;
  std::size_t row_;
};

struct NotASubmission
{
};

/// Values of SUPPTU or SUPPTR by subject, sequence and name, the pieces of long texts joined.
class Supplements
{
public:
  explicit Supplements(const Dataset* dataset)
  {
    for (std::size_t i = 0; dataset && i < dataset->rows.size(); ++i)
      values_[{text_at(*dataset, i, "USUBJID"), text_at(*dataset, i, "IDVARVAL"), text_at(*dataset, i, "QNAM")}] =
          text_at(*dataset, i, "QVAL");
  }
  std::string value(const std::string& subject, const std::string& sequence, const std::string& name) const
  {
    std::string text;
    for (std::size_t piece = 0;; ++piece)
    {
      const auto found = values_.find({subject, sequence, piece_name(name, piece)});
      if (found == values_.end()) return text;
      text += found->second;
    }
  }

private:
  std::map<std::tuple<std::string, std::string, std::string>, std::string> values_;
};

/// Puts the rows of all datasets together again.
class Reader
{
public:
  explicit Reader(const std::vector<Dataset>& datasets) : datasets_(datasets), identification_(find("SUPPTU")), results_(find("SUPPTR")) {}

  std::vector<CarriedReading> read()
  {
    each_row("TU", [this](const Row& row) { add_identification(row); });
    each_row("TR", [this](const Row& row) { add_result(row); });
    each_row("RS", [this](const Row& row) { add_response(row); });
    for (auto& reading : readings_) finish(reading);
    return std::move(readings_);
  }

private:
  using Key = std::tuple<std::string, std::string, std::string>;

  const Dataset* find(const std::string& name) const
  {
    for (const auto& dataset : datasets_)
      if (dataset.name == name) return &dataset;
    return nullptr;
  }

  template <class Take> void each_row(const std::string& name, Take take)
  {
    const auto* dataset = find(name);
    for (std::size_t i = 0; dataset && i < dataset->rows.size(); ++i) take(Row(*dataset, i));
  }

  CarriedReading& reading_of(const Row& row)
  {
    const Key key{row.plain("USUBJID"), row["EVAL"], row["EVALID"]};
    const auto [place, is_new] = positions_.emplace(key, readings_.size());
    if (is_new) readings_.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), row["ACPTFL"] == "Y", {}, {}});
    return readings_[place->second];
  }

  CarriedVisit& visit_of(CarriedReading& reading, const Row& row)
  {
    const auto label = original_text(row.plain("VISIT"));
    auto found = std::find_if(reading.visits.begin(), reading.visits.end(), [&](const auto& visit) { return visit.label == label; });
    if (found == reading.visits.end()) found = reading.visits.insert(found, CarriedVisit{label, "", {}, {}, {}});
    visit_numbers_[label] = parse_number(row.plain("VISITNUM")).value_or(0.0);
    if (const auto date = row["DTC"]; !date.empty()) found->date = date;
    return *found;
  }

  void add_identification(const Row& row)
  {
    auto& reading = reading_of(row);
    if (row["TESTCD"] != terms::tumor_identification.code) return;
    const auto subject = row.plain("USUBJID"), sequence = row["SEQ"], link = row["LNKID"];
    CarriedLesion lesion;
    const auto own_id = identification_.value(subject, sequence, "LESIONID");
    lesion.id = own_id.empty() ? without_prefix(link, reading) : original_text(own_id);
    lesion.role = row["ORRES"] == "TARGET" ? LesionRole::Target : row["ORRES"] == "NON-TARGET" ? LesionRole::NonTarget : LesionRole::New;
    lesion.nodal = row["LOC"] == "LYMPH NODE";
    lesion.organ = organ_of_row(row, identification_.value(subject, sequence, "TULOCDTL"));
    lesion.tracking_uid = row["SPID"];
    ids_[{subject, link}] = lesion.id;
    reading.lesions.push_back(std::move(lesion));
  }

  static std::string without_prefix(const std::string& link, const CarriedReading& reading)
  {
    const auto prefix = Evaluator{reading.evaluator, reading.evaluator_id, Accepted::No}.prefix() + "-";
    return link.starts_with(prefix) ? link.substr(prefix.size()) : link;
  }

  static std::string organ_of_row(const Row& row, const std::string& detail)
  {
    if (!detail.empty()) return original_text(detail);
    auto words = row["LAT"].empty() ? row["LOC"] : row["LAT"] + " " + row["LOC"];
    for (auto& c : words)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return words.empty() ? "not stated" : words;
  }

  std::string id_of(const std::string& subject, const std::string& link) const
  {
    const auto found = ids_.find({subject, link});
    if (found == ids_.end()) throw NotASubmission{};
    return found->second;
  }

  void add_result(const Row& row)
  {
    auto& visit = visit_of(reading_of(row), row);
    const auto link = row["LNKID"], subject = row.plain("USUBJID"), code = row["TESTCD"];
    if (link.empty()) return void(visit.derived[code] = row["ORRES"]);
    if (code == terms::volume.code || code == terms::viable_diameter.code) return;
    const auto part = ids_.contains({subject, link}) ? std::string::npos : link.rfind('.');
    auto& result = visit.results[id_of(subject, link.substr(0, std::min(part, link.find('/'))))];
    if (const auto reason = results_.value(subject, row["SEQ"], "TRREASW"); !reason.empty()) result.reason = original_text(reason);
    result.reference = row["REFID"];
    if (part != std::string::npos) return add_part(row, result);
    merge(visit, subject, link);
    set_result(row, result);
  }

  static void add_part(const Row& row, CarriedResult& result)
  {
    result.state = "SPLIT";
    result.parts.push_back(parse_number(row["STRESN"]).value_or(0.0));
  }

  void merge(CarriedVisit& visit, const std::string& subject, const std::string& link)
  {
    const auto carrier = link.find('/') == std::string::npos ? "" : id_of(subject, link.substr(0, link.find('/')));
    for (auto at = link.find('/'); at != std::string::npos;)
    {
      const auto next = link.find('/', at + 1);
      visit.results[id_of(subject, link.substr(at + 1, next - at - 1))].merged_into = carrier;
      at = next;
    }
  }

  static void set_result(const Row& row, CarriedResult& result)
  {
    const auto word = row["ORRES"];
    if (row["STAT"] == "NOT DONE")
      return void(result.state = row["REASND"] == "TUMOR MERGED"    ? "MERGED_INTO"
                                 : row["REASND"] == "NOT EVALUABLE" ? "NOT_EVALUABLE"
                                                                    : "NOT_DONE");
    if (row["TESTCD"] == terms::tumor_state.code || row["TESTCD"] == terms::node_state.code) return void(result.state = state_word(word));
    result.length = parse_number(row["STRESN"]);
    result.state = word == "TOO SMALL TO MEASURE" ? "TOO_SMALL" : result.length == 0.0 ? "ABSENT" : "MEASURED";
  }

  static std::string state_word(const std::string& word)
  {
    if (word == "PATHOLOGICAL") return "PRESENT";
    if (word == "NON-PATHOLOGICAL") return "ABSENT";
    return word == "ENLARGEMENT FROM NADIR" ? "UNEQUIVOCAL_PROGRESSION" : word;
  }

  void add_response(const Row& row) { visit_of(reading_of(row), row).responses[row["TESTCD"]] = row["ORRES"]; }

  void finish(CarriedReading& reading)
  {
    std::sort(reading.lesions.begin(), reading.lesions.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    std::stable_sort(reading.visits.begin(), reading.visits.end(),
                     [this](const auto& a, const auto& b) { return visit_numbers_[a.label] < visit_numbers_[b.label]; });
    for (auto& visit : reading.visits)
      for (auto& [id, result] : visit.results)
        if (result.state == "SPLIT") result.length = sum_of(result.parts);
  }

  /// Parts are whole micrometres: added up as such.
  static double sum_of(const std::vector<double>& parts)
  {
    double micrometers = 0.0;
    for (const double part : parts) micrometers += std::round(part * 1000.0);
    return micrometers / 1000.0;
  }

  const std::vector<Dataset>& datasets_;
  Supplements identification_, results_;
  std::vector<CarriedReading> readings_;
  std::map<Key, std::size_t> positions_;
  std::map<std::pair<std::string, std::string>, std::string> ids_;  ///< of a subject's links
  std::map<std::string, double> visit_numbers_;
};
}  // namespace

Result<std::vector<CarriedReading>> carried_by(const std::vector<Dataset>& datasets)
{
  try
  {
    return Reader(datasets).read();
  }
  catch (const NotASubmission&)
  {
    return Failure{CdiscError::NotADataset,
                   "TR has a link that TU does not identify (the datasets do not belong together). Export them again."};
  }
}
}  // namespace nadir::report::cdisc
