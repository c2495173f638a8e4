#include "session/record_case.h"

#include "imaging/storage/write_file.h"
#include "reading/record/record_error.h"
#include "reading/table/protocol_file.h"
#include "session/software.h"

namespace nadir::session
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

measure::StatePrompt prompt_of(const reading::StatedState& stated)
{
  measure::StatePrompt prompt{stated.state, stated.reason, {}, stated.merged_into};
  for (const auto& fragment : stated.fragments) prompt.fragments.push_back(length_of(fragment));
  return prompt;
}

Result<measure::Prompt> prompt_of(const reading::LesionMarks& marks, const ReadingSources& sources, const fs::path& folder)
{
  if (marks.state) return measure::Prompt(prompt_of(*marks.state));
  if (!marks.mask) return measure::Prompt(prompt_of(*marks.caliper));
  const auto file = laid_out(marks.mask->mask, sources, folder);
  if (!file) return file.failure();
  measure::MaskPrompt prompt{*file, marks.mask->label};
  if (marks.caliper) prompt.drawn = prompt_of(*marks.caliper);
  prompt.necrosis_threshold = marks.threshold;
  return measure::Prompt(std::move(prompt));
}

/// What is being put together.
struct Target
{
  const fs::path& folder;
  measure::Case& input;
  std::vector<TimepointLabel>& without_images;
};

Result<Done> add_lesion(const reading::ReadLesion& lesion, const ReadingSources& sources, const Target& target)
{
  measure::CaseLesion entry{lesion.lesion, {}};
  for (const auto& [label, marks] : lesion.marks)
  {
    auto prompt = prompt_of(marks, sources, target.folder);
    if (!prompt) return prompt.failure().in_context("lesion " + lesion.lesion.id.text() + " at \"" + label.text() + "\"");
    entry.prompts.emplace(label, std::move(*prompt));
  }
  target.input.lesions.push_back(std::move(entry));
  return Done{};
}

void add_timepoint(const reading::ReadTimepoint& timepoint, const ReadingSources& sources, const Target& target)
{
  const auto folder = timepoint.images.empty() ? std::nullopt : sources.images(timepoint.images);
  if (!timepoint.images.empty() && !folder) target.without_images.push_back(timepoint.label);
  target.input.timepoints.push_back({timepoint.label, folder.value_or(fs::path())});
}

Failure unusable_protocol(const std::vector<reading::ProtocolMistake>& mistakes)
{
  std::string text = "the protocol of the record cannot be used (responses would follow other rules than the trial's). Correct it:";
  for (const auto& mistake : mistakes) text += "\n" + in_words("protocol", mistake);
  return {reading::RecordError::NotAllowed, text};
}

Result<Done> add_protocol(const reading::Digest& protocol, const ReadingSources& sources, const Target& target)
{
  if (protocol.empty()) return Done{};
  const auto file = laid_out(protocol, sources, target.folder);
  if (!file) return file.failure();
  const auto read = reading::read_protocol_file(*file);
  if (!read) return read.failure();
  if (!read->protocol) return unusable_protocol(read->mistakes);
  target.input.protocol = *read->protocol;
  target.input.protocol_file = *file;
  return Done{};
}
}  // namespace

Result<measure::Case> case_in(const fs::path& folder, const reading::Reading& reading, const ReadingSources& sources,
                              std::vector<TimepointLabel>& without_images)
{
  const auto& content = reading.content();
  if (content.timepoints.empty())
    return Failure{reading::RecordError::NotAllowed, "the record has no time point yet (there is nothing to assess). Load images first."};
  measure::Case input;
  const Target target{folder, input, without_images};
  input.patient = reading.patient();
  input.confirmed = content.confirmed;
  for (const auto& timepoint : content.timepoints) add_timepoint(timepoint, sources, target);
  for (const auto& lesion : content.lesions)
    if (auto added = add_lesion(lesion, sources, target); !added) return added.failure();
  if (auto added = add_protocol(content.protocol, sources, target); !added) return added.failure();
  return input;
}

Result<RecordCase> case_of(const reading::Reading& reading, const ReadingSources& sources)
{
  auto folder = PrivateFolder::make();
  if (!folder) return folder.failure();
  std::vector<TimepointLabel> without_images;
  auto input = case_in(folder->path(), reading, sources, without_images);
  if (!input) return input.failure();
  return RecordCase{std::move(*folder), std::move(*input), std::move(without_images)};
}

void sign_off(const measure::Case& input, measure::Assessment& assessment)
{
  assessment.software_version = software();
  for (auto& digest : assessment.inputs)
    for (const auto& timepoint : input.timepoints)
      if (digest.role == "images " + timepoint.label.text()) digest.name = timepoint.label.text();
}

Result<measure::AssessedCase> measure(const RecordCase& record, const imaging::Progress& progress)
{
  auto assessed = measure::measure_case(record.input, progress);
  if (assessed) sign_off(record.input, assessed->assessment);
  return assessed;
}

Result<measure::Assessment> assess(const RecordCase& record, const imaging::Progress& progress)
{
  auto assessed = measure(record, progress);
  if (!assessed) return assessed.failure();
  return std::move(assessed->assessment);
}
}  // namespace nadir::session
