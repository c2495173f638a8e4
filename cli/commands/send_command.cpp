#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "cli/transport/peer_options.h"
#include "report/transport/deliver.h"
#include "report/transport/dimse_sender.h"
#include "report/transport/web_sender.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct SendOptions
{
  std::shared_ptr<PeerOptions> peer;
  std::vector<std::string> inputs;
  std::string queue;
  bool verify = false;
  int attempts = 5;
};

/// All DICOM files of a folder; what else lies there is told and left.
std::vector<report::OutgoingObject> objects_in(const fs::path& folder)
{
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<report::OutgoingObject> objects;
  for (const auto& file : files)
  {
    if (auto object = report::read_outgoing(file))
      objects.push_back(std::move(*object));
    else
      say("left out: " + file.string() + ": " + object.failure().message());
  }
  return objects;
}

Result<std::vector<report::OutgoingObject>> objects_of(const std::vector<std::string>& inputs)
{
  std::vector<report::OutgoingObject> objects;
  for (const auto& input : inputs)
  {
    if (fs::is_directory(input))
    {
      for (auto& object : objects_in(input)) objects.push_back(std::move(object));
      continue;
    }
    auto object = report::read_outgoing(input);
    if (!object) return object.failure().in_context(input);
    objects.push_back(std::move(*object));
  }
  return objects;
}

std::unique_ptr<report::Sender> sender_to(const Peer& peer)
{
  if (const auto* node = std::get_if<report::DicomPeer>(&peer)) return std::make_unique<report::DimseSender>(*node);
  return std::make_unique<report::WebSender>(std::get<report::WebPeer>(peer));
}

ExitCode show(const std::string& destination, const std::vector<report::Outcome>& outcomes)
{
  Json list = Json::array();
  std::size_t confirmed = 0;
  for (const auto& outcome : outcomes)
  {
    confirmed += outcome.delivery == report::Delivery::Confirmed ? 1u : 0u;
    list.push_back(
        {{"sop_instance_uid", outcome.sop_instance}, {"delivery", report::name_of(outcome.delivery)}, {"answer", visible(outcome.words)}});
  }
  const std::string text =
      Json{{"destination", destination}, {"confirmed", confirmed}, {"not_confirmed", outcomes.size() - confirmed}, {"objects", list}}.dump(
          2, ' ', false, Json::error_handler_t::replace) +
      "\n";
  std::fwrite(text.data(), 1, text.size(), stdout);
  return confirmed == outcomes.size() ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode send(const SendOptions& options)
{
  const auto peer = peer_of(*options.peer);
  if (!peer) return tell(peer.failure());
  auto queue = report::SendQueue::open(options.queue);
  if (!queue) return tell(queue.failure());
  const auto objects = objects_of(options.inputs);
  if (!objects) return tell(objects.failure());
  for (const auto& object : *objects)
    if (const auto added = queue->add(object, name_of(*peer)); !added) return tell(added.failure());
  const auto sender = sender_to(*peer);
  const auto outcomes = report::deliver(*queue, name_of(*peer), *sender, {options.attempts, 1.0, options.verify, {}});
  if (!outcomes)
  {
    say("the objects stay in the queue " + options.queue + "; the same command without them sends what waits.");
    return tell(outcomes.failure());
  }
  return show(name_of(*peer), *outcomes);
}
} // namespace

void add_send_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command =
      app.add_subcommand("send", "Sends DICOM objects to an archive through a queue on disk; sent is what the archive confirmed");
  auto options = std::make_shared<SendOptions>();
  options->peer = add_peer_options(*command);
  command->add_option("OBJECTS", options->inputs, "DICOM files or folders of them; none: what waits in the queue")
      ->check(CLI::ExistingPath);
  command->add_option("--queue", options->queue, "Folder of the queue")->required();
  command->add_flag("--verify", options->verify, "Ask the archive for each object after it confirmed it");
  command->add_option("--attempts", options->attempts, "Connections in vain before giving up for now")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = send(*options); });
}
} // namespace nadir::cli
