#include "cli/record/read_session.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/record/images_list.h"
#include "cli/record/mask_bytes.h"
#include "cli/record/record_case.h"
#include "cli/record/record_sources.h"
#include "cli/talk.h"
#include "cli/version.h"
#include "imaging/digest/sha256.h"
#include "reading/record/event_text.h"
#include "report/table/assessment_json.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;
using nlohmann::json;

reading::Digest digest_of(const std::string& bytes) { return reading::Digest{imaging::sha256_of(bytes)}; }

Result<std::string> small_file(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  std::error_code ignored;
  if (!file || fs::is_directory(path, ignored)) return Failure{reading::RecordError::CannotOpen, path.string() + ": cannot be read. Check the name."};
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

reading::Line line_of(const measure::LinePrompt& prompt) { return {prompt.from, prompt.to}; }

reading::DrawnCaliper caliper_of(const measure::CaliperPrompt& prompt)
{
  reading::DrawnCaliper caliper{line_of(prompt.longest), std::nullopt, {}, {}};
  if (prompt.short_axis) caliper.short_axis = line_of(*prompt.short_axis);
  return caliper;
}

/// A command line's act: digests in place of named files, whose bytes go along.
struct Prepared
{
  std::string text;
  std::vector<std::string> blobs;
  fs::path folder;   ///< of loaded images
};

/// The member as a path, taken out of the object.
std::optional<fs::path> taken(json& object, const char* key)
{
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  const fs::path path = found->get<std::string>();
  object.erase(found);
  return path;
}

void put(json& object, const char* key, const std::string& bytes, Prepared& prepared)
{
  object[key] = imaging::sha256_of(bytes);
  prepared.blobs.push_back(bytes);
}

Result<Done> replace_folder(json& object, Prepared& prepared)
{
  const auto folder = taken(object, "folder");
  if (!folder) return Done{};
  const auto list = images_list({TimepointLabel{"images"}, *folder}, terminal_progress("File"));
  if (!list) return list.failure();
  if (!list->empty()) put(object, "images", *list, prepared);
  prepared.folder = fs::absolute(*folder);
  return Done{};
}

Result<Done> replace_file(json& object, const char* from, const char* to, Prepared& prepared, Result<std::string> (*read)(const fs::path&))
{
  const auto file = taken(object, from);
  if (!file) return Done{};
  const auto bytes = read(*file);
  if (!bytes) return bytes.failure();
  put(object, to, *bytes, prepared);
  if (std::string_view(from) == "mask_file" && !object.contains("source")) object["source"] = "file";
  return Done{};
}

Result<Prepared> prepared_line(const std::string& line)
{
  if (const auto act = reading::parse_act(line)) return Prepared{line, {}, {}};
  auto object = json::parse(line, nullptr, false);
  if (!object.is_object()) return Prepared{line, {}, {}};
  Prepared prepared;
  if (auto done = replace_folder(object, prepared); !done) return done.failure();
  if (auto done = replace_file(object, "mask_file", "mask", prepared, mask_bytes); !done) return done.failure();
  if (auto done = replace_file(object, "protocol_file", "protocol", prepared, small_file); !done) return done.failure();
  prepared.text = prepared.blobs.empty() && prepared.folder.empty() ? line : object.dump();
  return prepared;
}
}  // namespace

reading::Stamp stamp_now() { return {reading::utc_now(), "nadir " + std::string(version)}; }

void ReadSession::confirm(const reading::Event& event) const
{
  const auto line = "confirmed " + std::to_string(event.sequence) + " " + store_.head().text() + " " + std::string(name_of(event.act)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

Result<Done> ReadSession::issue(const reading::Act& act, const std::string& why, const std::vector<std::string>& blobs)
{
  const auto event = store_.issue({act, reading::ReaderId{reader_}, why.empty() ? why_ : why}, stamp_now(), blobs);
  if (!event) return event.failure();
  confirm(*event);
  return Done{};
}

Result<Done> ReadSession::load_images(const measure::CaseTimepoint& timepoint)
{
  const auto list = images_list(timepoint, terminal_progress("File"));
  if (!list) return list.failure();
  if (list->empty()) return issue(reading::LoadImages{timepoint.label, {}}, "");
  if (auto done = issue(reading::LoadImages{timepoint.label, digest_of(*list)}, "", {*list}); !done) return done;
  return store_.remember_place(digest_of(*list), fs::absolute(timepoint.folder));
}

Result<Done> ReadSession::issue_prompt(const LesionId& lesion, const TimepointLabel& label, const measure::Prompt& prompt)
{
  if (const auto* caliper = std::get_if<measure::CaliperPrompt>(&prompt)) return issue(reading::PlaceCaliper{lesion, label, caliper_of(*caliper)}, "");
  if (const auto* state = std::get_if<measure::StatePrompt>(&prompt)) return issue(reading::SetState{lesion, label, {state->state, state->reason}}, "");
  const auto& mask = std::get<measure::MaskPrompt>(prompt);
  const auto bytes = mask_bytes(mask.file);
  if (!bytes) return bytes.failure();
  return issue(reading::AcceptSegmentation{lesion, label, {digest_of(*bytes), mask.label, "file"}}, "", {*bytes});
}

Result<Done> ReadSession::issue_case(const measure::Case& input)
{
  for (const auto& timepoint : input.timepoints)
    if (auto done = load_images(timepoint); !done) return done;
  if (!input.protocol_file.empty())
  {
    const auto bytes = small_file(input.protocol_file);
    if (!bytes) return bytes.failure();
    if (auto done = issue(reading::UseProtocol{digest_of(*bytes)}, "", {*bytes}); !done) return done;
  }
  for (const auto& question : input.confirmed)
    if (auto done = issue(reading::ConfirmQuestion{question}, ""); !done) return done;
  for (const auto& lesion : input.lesions)
  {
    if (auto done = issue(reading::MarkLesion{lesion.lesion}, ""); !done) return done;
    for (const auto& [label, prompt] : lesion.prompts)
      if (auto done = issue_prompt(lesion.lesion.id, label, prompt); !done) return done;
  }
  return Done{};
}

Result<Done> ReadSession::issue_lock(const std::string& why)
{
  const auto sources = sources_of(store_);
  if (!sources) return sources.failure();
  const auto record = case_of(store_.reading(), *sources);
  if (!record) return record.failure();
  if (!record->without_images.empty())
    return Failure{reading::RecordError::NotAllowed, "the images of \"" + record->without_images.front().text() +
                                                         "\" are no longer where they were (the numbers to be locked cannot be computed). Bring them back."};
  const auto assessment = assess(*record, terminal_progress("Step"));
  if (!assessment) return assessment.failure();
  const auto results = report::to_json(*assessment);
  return issue(reading::Lock{{}, digest_of(results)}, why, {results});
}

Result<Done> ReadSession::issue_line(const std::string& line)
{
  const auto prepared = prepared_line(line);
  if (!prepared) return prepared.failure();
  const auto requested = reading::parse_act(prepared->text);
  if (!requested) return requested.failure();
  if (std::holds_alternative<reading::BeginRecord>(requested->act))
    return Failure{reading::RecordError::NotAllowed, "a record begins by itself. Leave begin-record out."};
  if (std::holds_alternative<reading::Lock>(requested->act) && store_.reading().phase() == reading::Phase::Draft) return issue_lock(requested->why);
  if (auto done = issue(requested->act, requested->why, prepared->blobs); !done) return done;
  if (const auto* load = std::get_if<reading::LoadImages>(&requested->act); load && !prepared->folder.empty() && !load->images.empty())
    return store_.remember_place(load->images, prepared->folder);
  return Done{};
}
}  // namespace nadir::cli
