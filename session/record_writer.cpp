#include "session/record_writer.h"

#include <fstream>
#include <iterator>

#include "imaging/digest/sha256.h"
#include "reading/record/record_error.h"
#include "report/table/assessment_json.h"
#include "session/images_list.h"
#include "session/mask_bytes.h"
#include "session/record_case.h"
#include "session/record_sources.h"
#include "session/software.h"

namespace nadir::session
{
namespace
{
namespace fs = std::filesystem;

reading::Line line_of(const measure::LinePrompt& prompt) { return {prompt.from, prompt.to}; }

reading::StatedState stated(const measure::StatePrompt& prompt)
{
  reading::StatedState state{prompt.state, prompt.reason, {}, prompt.merged_into};
  for (const auto length : prompt.fragments) state.fragments.push_back({std::nullopt, length, {}, {}});
  return state;
}

reading::DrawnCaliper caliper_of(const measure::CaliperPrompt& prompt)
{
  reading::DrawnCaliper caliper{line_of(prompt.longest), std::nullopt, {}, {}};
  if (prompt.short_axis) caliper.short_axis = line_of(*prompt.short_axis);
  return caliper;
}
}  // namespace

reading::Stamp stamp_now() { return {reading::utc_now(), software()}; }

reading::Digest digest_of(const std::string& bytes) { return reading::Digest{imaging::sha256_of(bytes)}; }

Result<std::string> small_file(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  std::error_code ignored;
  if (!file || fs::is_directory(path, ignored))
    return Failure{reading::RecordError::CannotOpen, path.string() + ": cannot be read. Check the name."};
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

Result<Done> RecordWriter::issue(const reading::Act& act, const std::string& why, const std::vector<std::string>& blobs)
{
  const auto event = store_.issue({act, config_.reader, why.empty() ? config_.why : why}, stamp_now(), blobs);
  if (!event) return event.failure();
  if (config_.confirmed) config_.confirmed(*event);
  return Done{};
}

Result<Done> RecordWriter::load_images(const measure::CaseTimepoint& timepoint)
{
  const auto list = images_list(timepoint, config_.progress);
  if (!list) return list.failure();
  if (list->empty()) return issue(reading::LoadImages{timepoint.label, {}});
  if (auto done = issue(reading::LoadImages{timepoint.label, digest_of(*list)}, "", {*list}); !done) return done;
  return store_.remember_place(digest_of(*list), fs::absolute(timepoint.folder));
}

Result<Done> RecordWriter::use_protocol(const fs::path& file)
{
  const auto bytes = small_file(file);
  return bytes ? issue(reading::UseProtocol{digest_of(*bytes)}, "", {*bytes}) : Result<Done>(bytes.failure());
}

Result<Done> RecordWriter::issue_mask(const LesionId& lesion, const TimepointLabel& label, const measure::MaskPrompt& prompt)
{
  const auto bytes = mask_bytes(prompt.file);
  if (!bytes) return bytes.failure();
  if (prompt.drawn)
    if (auto done = issue(reading::PlaceCaliper{lesion, label, caliper_of(*prompt.drawn)}); !done) return done;
  if (auto done = issue(reading::AcceptSegmentation{lesion, label, {digest_of(*bytes), prompt.label, "file"}}, "", {*bytes}); !done)
    return done;
  if (!prompt.necrosis_threshold) return Done{};
  return issue(reading::SetNecrosisThreshold{lesion, label, *prompt.necrosis_threshold, std::nullopt},
               config_.why.empty() ? "as the case says" : "");
}

Result<Done> RecordWriter::issue_prompt(const LesionId& lesion, const TimepointLabel& label, const measure::Prompt& prompt)
{
  if (const auto* caliper = std::get_if<measure::CaliperPrompt>(&prompt))
    return issue(reading::PlaceCaliper{lesion, label, caliper_of(*caliper)});
  if (const auto* state = std::get_if<measure::StatePrompt>(&prompt)) return issue(reading::SetState{lesion, label, stated(*state)});
  if (const auto* mask = std::get_if<measure::MaskPrompt>(&prompt)) return issue_mask(lesion, label, *mask);
  return Failure{reading::RecordError::NotAllowed,
                 "lesion " + lesion.text() + " at \"" + label.text() +
                     "\" is to be found from strokes (a record keeps what was found, not how). Segment it first and give the mask."};
}

Result<Done> RecordWriter::issue_case(const measure::Case& input)
{
  for (const auto& timepoint : input.timepoints)
    if (auto done = load_images(timepoint); !done) return done;
  if (!input.protocol_file.empty())
    if (auto done = use_protocol(input.protocol_file); !done) return done;
  for (const auto& question : input.confirmed)
    if (auto done = issue(reading::ConfirmQuestion{question}); !done) return done;
  // All of them first: one may be merged into a later one.
  for (const auto& lesion : input.lesions)
    if (auto done = issue(reading::MarkLesion{lesion.lesion}); !done) return done;
  for (const auto& lesion : input.lesions)
    for (const auto& [label, prompt] : lesion.prompts)
      if (auto done = issue_prompt(lesion.lesion.id, label, prompt); !done) return done;
  return Done{};
}

Result<Done> RecordWriter::lock(const std::string& why)
{
  const auto sources = sources_of(store_);
  if (!sources) return sources.failure();
  const auto record = case_of(store_.reading(), *sources);
  if (!record) return record.failure();
  if (!record->without_images.empty())
    return Failure{reading::RecordError::NotAllowed,
                   "the images of \"" + record->without_images.front().text() +
                       "\" are no longer where they were (the numbers to be locked cannot be computed). Bring them back."};
  const auto assessment = assess(*record, config_.progress);
  if (!assessment) return assessment.failure();
  const auto results = report::to_json(*assessment);
  return issue(reading::Lock{{}, digest_of(results)}, why, {results});
}
}  // namespace nadir::session
