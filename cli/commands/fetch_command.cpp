#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "cli/transport/peer_options.h"
#include "report/transport/dimse_fetch.h"
#include "report/transport/transport_error.h"

namespace nadir::cli
{
namespace
{
using Json = nlohmann::ordered_json;

struct FetchOptions
{
  std::shared_ptr<PeerOptions> peer;
  report::FetchRequest request;
  std::string out;
  int move_port = 0;
};

Result<report::Fetched> fetched(const report::Peer& peer, const FetchOptions& options)
{
  if (options.move_port == 0) return report::get(peer, options.request, options.out);
  if (const auto* node = std::get_if<report::DicomPeer>(&peer)) return report::move(*node, options.request, options.out, options.move_port);
  return Failure(report::TransportError::SettingInvalid, "--move-port is for DICOM nodes (a web service has no C-MOVE). Leave it out.");
}

ExitCode show(const report::Fetched& fetched)
{
  Json files = Json::array(), refusals = Json::array();
  for (const auto& file : fetched.files) files.push_back(file.string());
  for (const auto& refusal : fetched.refusals) refusals.push_back(refusal);
  const std::string text = Json{{"whole", fetched.is_whole()}, {"files", files}, {"refused", refusals}, {"missing", fetched.missing}}.dump(
                               2, ' ', false, Json::error_handler_t::replace) +
                           "\n";
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (fetched.is_whole()) return ExitCode::Ok;
  say("nadir fetch: the study is not whole: " + std::to_string(fetched.refusals.size()) + " refused, " + std::to_string(fetched.missing) +
      " missing. Do not measure on a part of it.");
  return ExitCode::Refused;
}

ExitCode fetch(FetchOptions& options)
{
  const auto peer = peer_of(*options.peer);
  if (!peer) return tell(peer.failure());
  listen_to_interrupts();
  options.request.progress = terminal_progress("Fetching");
  const auto result = fetched(*peer, options);
  if (result) return show(*result);
  tell(result.failure());
  return result.failure().is(report::TransportError::Cancelled) ? ExitCode::Cancelled : ExitCode::Refused;
}
}  // namespace

void add_fetch_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("fetch", "Fetches one patient's study or series from an archive; objects of anybody else are refused");
  auto options = std::make_shared<FetchOptions>();
  options->peer = add_peer_options(*command);
  command->add_option("--patient", options->request.patient_id, "Patient ID that every object must have")->required();
  command->add_option("--study", options->request.study_instance, "Study Instance UID")->required();
  command->add_option("--series", options->request.series_instance, "Series Instance UID; none: the whole study");
  command->add_option("--move-port", options->move_port, "Fetch by C-MOVE to this port of ours, for nodes without C-GET")
      ->check(CLI::Range(1, 65535));
  command->add_option("--out", options->out, "Folder for the files, which are numbered")->required();
  command->callback([options, &exit_code] { exit_code = fetch(*options); });
}
}  // namespace nadir::cli
