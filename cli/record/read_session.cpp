#include "cli/record/read_session.h"

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/talk.h"
#include "imaging/digest/sha256.h"
#include "reading/record/event_text.h"
#include "session/images_list.h"
#include "session/mask_bytes.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;
using nlohmann::json;

/// A command line's act: digests in place of named files, whose bytes go along.
struct Prepared
{
  std::string text;
  std::vector<std::string> blobs;
  fs::path folder;  ///< of loaded images
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
  const auto list = session::images_list({TimepointLabel{"images"}, *folder}, terminal_progress("File"));
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
  if (auto done = replace_file(object, "mask_file", "mask", prepared, session::mask_bytes); !done) return done.failure();
  if (auto done = replace_file(object, "protocol_file", "protocol", prepared, session::small_file); !done) return done.failure();
  prepared.text = prepared.blobs.empty() && prepared.folder.empty() ? line : object.dump();
  return prepared;
}
}  // namespace

ReadSession::ReadSession(reading::RecordStore& store, const std::string& reader, const std::string& why)
    : store_(store),
      writer_(store, {reading::ReaderId{reader}, why, [this](const reading::Event& event) { confirm(event); }, terminal_progress("Step")})
{
}

void ReadSession::confirm(const reading::Event& event) const
{
  const auto line =
      "confirmed " + std::to_string(event.sequence) + " " + store_.head().text() + " " + std::string(name_of(event.act)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

Result<Done> ReadSession::issue_line(const std::string& line)
{
  const auto prepared = prepared_line(line);
  if (!prepared) return prepared.failure();
  const auto requested = reading::parse_act(prepared->text);
  if (!requested) return requested.failure();
  if (std::holds_alternative<reading::BeginRecord>(requested->act))
    return Failure{reading::RecordError::NotAllowed, "a record begins by itself. Leave begin-record out."};
  if (std::holds_alternative<reading::Lock>(requested->act) && store_.reading().phase() == reading::Phase::Draft)
    return writer_.lock(requested->why);
  if (auto done = writer_.issue(requested->act, requested->why, prepared->blobs); !done) return done;
  if (const auto* load = std::get_if<reading::LoadImages>(&requested->act); load && !prepared->folder.empty() && !load->images.empty())
    return store_.remember_place(load->images, prepared->folder);
  return Done{};
}
}  // namespace nadir::cli
