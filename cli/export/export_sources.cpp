#include "cli/export/export_sources.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/response/protocol_option.h"
#include "cli/talk.h"
#include "measure/assessment/case_file.h"
#include "measure/assessment/case_file_digest.h"
#include "reading/record/record_error.h"
#include "reading/store/record_store.h"
#include "report/export/export_error.h"
#include "report/table/assessment_json.h"
#include "session/export_source.h"
#include "session/record_case.h"
#include "session/record_sources.h"
#include "session/software.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;

Failure unusable(const std::string& why)
{
  return {report::ExportError::SourceUnusable,
          why + " (there is nothing to export). Name a CASE.json, a record CASE.nadir or an assessment.json."};
}

std::string text_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_assessment(const std::string& text)
{
  const auto document = nlohmann::json::parse(text, nullptr, false);
  if (!document.is_object()) return false;
  const auto schema = document.find("schema");
  return schema != document.end() && schema->is_string();
}

Result<report::ExportSource> source_of_assessment(const std::string& text)
{
  auto assessment = report::from_json(text);
  if (!assessment) return assessment.failure();
  report::ExportSource source;
  source.assessed.assessment = std::move(*assessment);
  return source;
}

Result<report::ExportSource> source_of_case(const fs::path& path, const SourceOptions& options)
{
  auto input = measure::read_case_file(path);
  if (!input) return input.failure();
  input->confirmed.insert(options.confirmed.begin(), options.confirmed.end());
  const auto protocol = protocol_of(input->protocol_file.string());
  if (!protocol) return unusable("the protocol of the case cannot be used");
  input->protocol = *protocol;
  auto assessed = measure::measure_case(*input, terminal_progress("Step"));
  if (!assessed) return assessed.failure();
  auto digest = measure::case_file_digest(path);
  if (!digest) return digest.failure();
  report::ExportSource source;
  source.assessed = std::move(*assessed);
  source.assessed.assessment.inputs.insert(source.assessed.assessment.inputs.begin(), std::move(*digest));
  source.assessed.assessment.software_version = session::software();
  return source;
}

struct RecordFiles
{
  session::ReadingSources sources;
  session::RecordCase record;
};

Result<report::ExportSource> source_of_record(const fs::path& path, const SourceOptions& options)
{
  auto store = reading::RecordStore::open(path, reading::Access::ReadOnly);
  if (!store) return store.failure();
  auto sources = session::sources_of(*store, options.images);
  if (!sources) return sources.failure();
  auto record = session::case_of(store->reading(), *sources);
  if (!record) return record.failure();
  if (!record->without_images.empty())
    return Failure{reading::RecordError::NotAllowed, "the images of \"" + record->without_images.front().text() +
                                                         "\" were not found (results rest on them). Name their folder with --images."};
  auto assessed = session::measure(*record, terminal_progress("Step"));
  if (!assessed) return assessed.failure();
  auto source = session::export_source(store->reading(), std::move(*assessed));
  if (!source) return source.failure();
  source->record_sha256 = store->head().text();
  // The blobs were laid out; what is kept are folders with masks and links to images.
  sources->blob = {};
  source->files = std::make_shared<const RecordFiles>(RecordFiles{std::move(*sources), std::move(*record)});
  return source;
}

Result<report::ExportSource> source_of_file(const fs::path& path, const SourceOptions& options)
{
  std::error_code problem;
  if (!fs::is_regular_file(path, problem)) return unusable("there is no such file");
  if (path.extension() == ".nadir") return source_of_record(path, options);
  const auto text = text_of(path);
  return is_assessment(text) ? source_of_assessment(text) : source_of_case(path, options);
}
}  // namespace

Result<std::vector<report::ExportSource>> export_sources(const SourceOptions& options)
{
  std::vector<report::ExportSource> all;
  for (const auto& file : options.files)
  {
    auto source = source_of_file(file, options);
    if (!source) return source.failure().in_context(file);
    if (!options.reader.empty()) source->reader = options.reader;
    all.push_back(std::move(*source));
  }
  return all;
}
}  // namespace nadir::cli
