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
  bool verify = false, list = false, retry = false, forget = false;
  int attempts = 5;
};

/// All DICOM files of a folder; what else lies there is told and left.
std::vector<report::OutgoingObject> objects_in(const fs::path& folder)
{
  std::vector<fs::path> files;
  std::error_code problem;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, problem);
  for (; !problem && entry != fs::end(entry); entry.increment(problem))
    if (entry->is_regular_file(problem)) files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  std::vector<report::OutgoingObject> objects;
  for (const auto& file : files)
  {
    if (auto object = report::read_outgoing(file)) objects.push_back(std::move(*object));
    else say("left out: " + file.string() + ": " + object.failure().message());
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

/// `short_of` is the exit code when something was not confirmed.
ExitCode show(const std::string& destination, const std::vector<report::Outcome>& outcomes, ExitCode short_of)
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
  return confirmed == outcomes.size() ? ExitCode::Ok : short_of;
}

ExitCode show(const std::vector<report::QueueEntry>& entries)
{
  Json list = Json::array();
  for (const auto& entry : entries)
    list.push_back({{"destination", entry.destination},
                    {"sop_instance_uid", entry.sop_instance},
                    {"state", entry.state},
                    {"attempts", entry.attempts},
                    {"answer", visible(entry.words)}});
  const std::string text = list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitCode::Ok;
}

ExitCode list_queue(const report::SendQueue& queue)
{
  const auto entries = queue.entries();
  return entries ? show(*entries) : tell(entries.failure());
}

ExitCode forget(report::SendQueue& queue, const std::string& destination)
{
  const auto count = queue.forget(destination);
  if (!count) return tell(count.failure());
  say(std::to_string(*count) + " objects for " + destination + " were forgotten; what it confirmed stays known.");
  return ExitCode::Ok;
}

Result<Done> fill(report::SendQueue& queue, const SendOptions& options, const std::string& destination)
{
  if (options.retry)
    if (const auto again = queue.retry_refused(destination); !again) return again.failure();
  const auto objects = objects_of(options.inputs);
  if (!objects) return objects.failure();
  for (const auto& object : *objects)
    if (const auto added = queue.add(object, destination); !added) return added.failure().in_context(object.file.string());
  return Done{};
}

ExitCode deliver(report::SendQueue& queue, const report::Peer& peer, const SendOptions& options)
{
  const std::string destination = report::name_of(peer);
  if (const auto filled = fill(queue, options, destination); !filled) return tell(filled.failure());
  listen_to_interrupts();
  const auto sender = report::sender_to(peer);
  bool is_stopped = false;
  const auto progress = [&, tell_terminal = terminal_progress("Sending")](std::size_t done, std::size_t total)
  {
    is_stopped = !tell_terminal(done, total);
    return !is_stopped;
  };
  const auto outcomes = report::deliver(queue, destination, *sender, {options.attempts, 1.0, options.verify, {}, progress});
  if (outcomes) return show(destination, *outcomes, is_stopped ? ExitCode::Cancelled : ExitCode::Refused);
  say("the objects stay in the queue " + options.queue + "; the same command without them sends what waits.");
  return tell(outcomes.failure());
}

ExitCode send(const SendOptions& options)
{
  auto queue = report::SendQueue::open(options.queue);
  if (!queue) return tell(queue.failure());
  if (options.list) return list_queue(*queue);
  const auto peer = peer_of(*options.peer);
  if (!peer) return tell(peer.failure());
  return options.forget ? forget(*queue, report::name_of(*peer)) : deliver(*queue, *peer, options);
}
}  // namespace

void add_send_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command =
      app.add_subcommand("send", "Sends DICOM objects to an archive through a queue on disk; sent is what the archive confirmed");
  auto options = std::make_shared<SendOptions>();
  options->peer = add_peer_options(*command);
  command->add_option("OBJECTS", options->inputs, "DICOM files or folders of them; none: what waits in the queue")
      ->check(CLI::ExistingPath);
  command->add_option("--queue", options->queue, "Folder of the queue")->required();
  auto* list = command->add_flag("--list", options->list, "Show what is in the queue and what became of it; nothing is sent");
  auto* retry = command->add_flag("--retry", options->retry, "Send again what this archive refused");
  command->add_flag("--forget", options->forget, "Drop what waits for this archive or was refused by it; nothing is sent")
      ->excludes(list)
      ->excludes(retry);
  command->add_flag("--verify", options->verify, "Ask the archive for each object after it confirmed it");
  command->add_option("--attempts", options->attempts, "Connections in vain before giving up for now")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = send(*options); });
}
}  // namespace nadir::cli
