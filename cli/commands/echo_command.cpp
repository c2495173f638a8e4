#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "cli/transport/peer_options.h"

namespace nadir::cli
{
namespace
{
ExitCode echo(const PeerOptions& options)
{
  const auto peer = peer_of(options);
  if (!peer) return tell(peer.failure());
  const auto answered = report::echo(*peer);
  if (!answered) return tell(answered.failure());
  std::printf("%s answers\n", report::name_of(*peer).c_str());
  return ExitCode::Ok;
}
}  // namespace

void add_echo_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("echo", "Says hello to an archive: whether it is there and takes us for who we are");
  auto options = add_peer_options(*command);
  command->callback([options, &exit_code] { exit_code = echo(*options); });
}
}  // namespace nadir::cli
