#include "cli/record/record_case.h"

#include "cli/response/protocol_option.h"
#include "cli/version.h"
#include "imaging/storage/write_file.h"
#include "measure/assessment/assess_case.h"
#include "reading/record/record_error.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;

Result<fs::path> laid_out(const reading::Digest& digest, const ReadingSources& sources, const fs::path& folder)
{
  const auto path = folder / digest.text();
  std::error_code ignored;
  if (fs::exists(path, ignored)) return path;
  const auto bytes = sources.blob(digest);
  if (!bytes) return bytes.failure();
  const auto written = imaging::write_file(path, *bytes);
  return written ? Result<fs::path>(path) : written.failure();
}

measure::LinePrompt line_of(const reading::Line& line) { return {line.from, line.to}; }

measure::CaliperPrompt prompt_of(const reading::DrawnCaliper& caliper)
{
  measure::CaliperPrompt prompt{line_of(caliper.longest), std::nullopt};
  if (caliper.short_axis) prompt.short_axis = line_of(*caliper.short_axis);
  return prompt;
}

Result<measure::Prompt> prompt_of(const reading::LesionMarks& marks, const ReadingSources& sources, const fs::path& folder)
{
  if (marks.state) return measure::Prompt(measure::StatePrompt{marks.state->state, marks.state->reason});
  if (!marks.mask) return measure::Prompt(prompt_of(*marks.caliper));
  const auto file = laid_out(marks.mask->mask, sources, folder);
  return file ? Result<measure::Prompt>(measure::MaskPrompt{*file, marks.mask->label}) : file.failure();
}

Result<Done> add_lesion(const reading::ReadLesion& lesion, const ReadingSources& sources, RecordCase& record)
{
  measure::CaseLesion entry{lesion.lesion, {}};
  for (const auto& [label, marks] : lesion.marks)
  {
    auto prompt = prompt_of(marks, sources, record.folder.path());
    if (!prompt) return prompt.failure().in_context("lesion " + lesion.lesion.id.text() + " at \"" + label.text() + "\"");
    entry.prompts.emplace(label, std::move(*prompt));
  }
  record.input.lesions.push_back(std::move(entry));
  return Done{};
}

void add_timepoint(const reading::ReadTimepoint& timepoint, const ReadingSources& sources, RecordCase& record)
{
  const auto folder = timepoint.images.empty() ? std::nullopt : sources.images(timepoint.images);
  if (!timepoint.images.empty() && !folder) record.without_images.push_back(timepoint.label);
  record.input.timepoints.push_back({timepoint.label, folder.value_or(fs::path())});
}

Result<Done> add_protocol(const reading::Digest& protocol, const ReadingSources& sources, RecordCase& record)
{
  if (protocol.empty()) return Done{};
  const auto file = laid_out(protocol, sources, record.folder.path());
  if (!file) return file.failure();
  const auto read = protocol_of(file->string());
  if (!read) return Failure{reading::RecordError::NotAllowed, "the protocol of the record cannot be used"};
  record.input.protocol = *read;
  record.input.protocol_file = *file;
  return Done{};
}

/// Names of folders stay on this machine.
void forget_names(const measure::Case& input, measure::Assessment& assessment)
{
  for (auto& digest : assessment.inputs)
    for (const auto& timepoint : input.timepoints)
      if (digest.role == "images " + timepoint.label.text()) digest.name = timepoint.label.text();
}
}  // namespace

Result<RecordCase> case_of(const reading::Reading& reading, const ReadingSources& sources)
{
  const auto& content = reading.content();
  if (content.timepoints.empty())
    return Failure{reading::RecordError::NotAllowed, "the record has no time point yet (there is nothing to assess). Load images first."};
  auto folder = PrivateFolder::make();
  if (!folder) return folder.failure();
  RecordCase record{std::move(*folder), {}, {}};
  record.input.patient = reading.patient();
  record.input.confirmed = content.confirmed;
  for (const auto& timepoint : content.timepoints) add_timepoint(timepoint, sources, record);
  for (const auto& lesion : content.lesions)
    if (auto added = add_lesion(lesion, sources, record); !added) return added.failure();
  if (auto added = add_protocol(content.protocol, sources, record); !added) return added.failure();
  return record;
}

Result<measure::Assessment> assess(const RecordCase& record, const imaging::Progress& progress)
{
  auto assessment = measure::assess_case(record.input, progress);
  if (!assessment) return assessment;
  assessment->software_version = "nadir " + std::string(version);
  forget_names(record.input, *assessment);
  return assessment;
}
}  // namespace nadir::cli
