#include "report/table/trace.h"

#include <nlohmann/json.hpp>

#include "report/table/json_text.h"
#include "report/table/visible_text.h"

namespace nadir::report
{
namespace
{
using Json = nlohmann::json;
using measure::Caliper;
using measure::LesionAssessment;

const LesionAssessment* lesion_at(const std::vector<TableSource>& sources, const CellOrigin& origin)
{
  for (const auto& lesion : sources[origin.reading].assessment->timepoints[origin.timepoint].lesions)
    if (lesion.lesion.id == origin.lesion) return &lesion;
  return nullptr;
}

const Caliper* caliper_of(const LesionAssessment& lesion, const std::string& measurement)
{
  const auto given = [](const std::optional<Caliper>& caliper) { return caliper ? &*caliper : nullptr; };
  if (measurement == "longest_diameter") return given(lesion.longest_diameter);
  if (measurement == "short_axis") return given(lesion.short_axis);
  if (measurement == "longest_in_any_plane") return given(lesion.longest_in_any_plane);
  if (measurement == "feret_3d") return given(lesion.feret_3d);
  if (measurement == "longest_inside") return given(lesion.longest_inside);
  if (measurement == "viable_diameter" && lesion.tissue) return given(lesion.tissue->viable_diameter);
  if (measurement == "response_contribution")
    return caliper_of(lesion, lesion.lesion.nodal && lesion.short_axis ? "short_axis" : "longest_diameter");
  return nullptr;
}

/// Writes the document.
class Writer
{
public:
  explicit Writer(const std::vector<TableSource>& sources) : sources_(sources) {}

  std::string write(const std::vector<TracedCells>& cells)
  {
    for (const auto& each : cells) origins_.emplace(each.origin, 0);
    std::size_t number = 0;
    for (auto& [origin, position] : origins_) position = number++;
    out_.begin_object();
    member("schema", "nadir.trace/1");
    list("readings",
         [&]
         {
           for (const auto& source : sources_) put_reading(source);
         });
    list("origins",
         [&]
         {
           for (const auto& [origin, position] : origins_) put_origin(origin);
         });
    list("cells",
         [&]
         {
           for (const auto& each : cells) put_cells(each);
         });
    out_.end_object();
    return std::move(out_).finish();
  }

private:
  template <class Items> void list(const char* key, Items items)
  {
    out_.key(key);
    out_.begin_array();
    items();
    out_.end_array();
  }
  void member(const char* key, std::string_view text)
  {
    out_.key(key);
    text.empty() ? out_.null() : out_.text(text);
  }
  void number(const char* key, std::size_t value)
  {
    out_.key(key);
    out_.integer(static_cast<int>(value));
  }

  void put_reading(const TableSource& source)
  {
    out_.begin_object();
    member("assessment_sha256", source.assessment_sha256);
    member("case_sha256", case_digest_of(source));
    member("software_version", source.assessment->software_version);
    list("inputs",
         [&]
         {
           for (const auto& input : source.assessment->inputs) put_input(input);
         });
    out_.end_object();
  }
  void put_input(const measure::InputDigest& input)
  {
    out_.begin_object();
    member("role", input.role);
    member("sha256", input.sha256);
    out_.end_object();
  }

  void put_origin(const CellOrigin& origin)
  {
    out_.begin_object();
    number("reading", origin.reading);
    number("timepoint", origin.timepoint);
    member("timepoint_label", sources_[origin.reading].assessment->timepoints[origin.timepoint].label.text());
    member("lesion", origin.lesion.text());
    member("measurement", origin.measurement);
    if (const auto* lesion = lesion_at(sources_, origin)) put_evidence(*lesion, origin);
    if (origin.lesion.empty()) put_contributions(origin);
    out_.end_object();
  }

  /// What a sum or a response rests on: every lesion of the time point with the length that counts.
  void put_contributions(const CellOrigin& origin)
  {
    list("rests_on",
         [&]
         {
           for (const auto& lesion : sources_[origin.reading].assessment->timepoints[origin.timepoint].lesions)
           {
             out_.begin_object();
             member("lesion", lesion.lesion.id.text());
             put_evidence(lesion, {origin.reading, origin.timepoint, lesion.lesion.id, "response_contribution"});
             out_.end_object();
           }
         });
  }

  void put_evidence(const LesionAssessment& lesion, const CellOrigin& origin)
  {
    const auto* caliper = caliper_of(lesion, origin.measurement);
    const auto& uids = sources_[origin.reading].tracking_uids;
    const auto uid = uids.find(lesion.lesion.id);
    member("tracking_uid", uid == uids.end() ? "" : uid->second);
    member("state", lesion.state);
    member("source", lesion.evidence.source);
    member("series_instance_uid", caliper && !caliper->series.empty() ? caliper->series.text() : lesion.evidence.series.text());
    member("sop_instance_uid", caliper ? caliper->sop_instance.text() : "");
    member("frame_of_reference_uid", lesion.evidence.frame_of_reference.text());
    member("mask_sha256", lesion.evidence.mask_digest);
    if (!caliper) return;
    out_.key("slice");
    caliper->slice ? out_.integer(*caliper->slice) : out_.null();
    out_.key("from");
    out_.point(caliper->from);
    out_.key("to");
    out_.point(caliper->to);
    out_.key("length_mm");
    out_.number(caliper->length.value());
  }

  void put_cells(const TracedCells& cells)
  {
    std::string columns;
    for (const auto& column : cells.columns) columns += (columns.empty() ? "" : ", ") + json_quoted(column);
    out_.verbatim("{\"file\": " + json_quoted(cells.file) + ", \"row\": " + std::to_string(cells.row) + ", \"columns\": [" + columns +
                  "], \"origin\": " + std::to_string(origins_.at(cells.origin)) + "}");
  }

  const std::vector<TableSource>& sources_;
  std::map<CellOrigin, std::size_t> origins_;
  JsonText out_;
};

CellOrigin origin_of(const Json& object)
{
  const auto& lesion = object.at("lesion");
  return {object.at("reading").get<std::size_t>(), object.at("timepoint").get<std::size_t>(),
          LesionId{lesion.is_null() ? "" : lesion.get<std::string>()}, object.at("measurement").get<std::string>()};
}
}  // namespace

std::string trace_json(const std::vector<TableSource>& sources, const std::vector<TracedCells>& cells)
{
  return Writer(sources).write(cells);
}

std::optional<std::vector<TracedCells>> traced_cells_from(std::string_view text)
{
  try
  {
    const auto document = Json::parse(text);
    const auto& origins = document.at("origins");
    std::vector<TracedCells> cells;
    for (const auto& each : document.at("cells"))
      cells.push_back({each.at("file").get<std::string>(), each.at("row").get<std::size_t>(),
                       each.at("columns").get<std::vector<std::string>>(), origin_of(origins.at(each.at("origin").get<std::size_t>()))});
    return cells;
  }
  catch (const Json::exception&)
  {
    return std::nullopt;
  }
}

std::vector<TracedCells> traced_tidy_cells(const std::vector<TableSource>& sources)
{
  std::vector<TracedCells> cells;
  std::size_t row = 0, response = 0;
  for (std::size_t reading = 0; reading < sources.size(); ++reading)
  {
    std::map<std::pair<int, std::string>, LesionId> ids;
    for (std::size_t t = 0; t < sources[reading].assessment->timepoints.size(); ++t)
      for (const auto& lesion : sources[reading].assessment->timepoints[t].lesions)
        ids[{static_cast<int>(t), visible_text(lesion.lesion.id.text())}] = lesion.lesion.id;
    for (const auto& made : measurement_rows({sources[reading]}))
      cells.push_back(
          {"measurements.csv",
           ++row,
           {"state", "value"},
           {reading, static_cast<std::size_t>(made.timepoint_number), ids[{made.timepoint_number, made.lesion}], made.measurement}});
    for (std::size_t t = 0; t < sources[reading].assessment->timepoints.size(); ++t)
      cells.push_back({"responses.csv",
                       ++response,
                       {"sum_of_diameters_mm", "target_response", "non_target_response", "overall_response"},
                       {reading, t, {}, "response"}});
  }
  return cells;
}
}  // namespace nadir::report
