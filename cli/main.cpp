#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "cli/version.h"

namespace
{
using nadir::cli::ExitCode;

ExitCode run(int argc, char** argv)
{
  CLI::App app{"Nadir measures tumours on MRI over time and derives the RECIST 1.1 response, with evidence for every number.\n"
               "A research tool, not a medical device.",
               "nadir"};
  app.set_version_flag("--version", std::string(nadir::cli::version));
  app.require_subcommand(1);
  ExitCode outcome = ExitCode::Ok;
  nadir::cli::add_scan_command(app, outcome);
  nadir::cli::add_measure_command(app, outcome);
  nadir::cli::add_assess_command(app, outcome);
  nadir::cli::add_report_command(app, outcome);
  nadir::cli::add_deidentify_command(app, outcome);
  nadir::cli::add_send_command(app, outcome);
  nadir::cli::add_fetch_command(app, outcome);
  nadir::cli::add_echo_command(app, outcome);
  nadir::cli::add_query_command(app, outcome);
  nadir::cli::add_recist_command(app, outcome);
  nadir::cli::add_best_response_command(app, outcome);
  nadir::cli::add_adc_command(app, outcome);
  nadir::cli::add_agree_command(app, outcome);
  nadir::cli::add_compare_command(app, outcome);
  nadir::cli::add_segment_command(app, outcome);
  nadir::cli::add_register_command(app, outcome);
  nadir::cli::add_propagate_command(app, outcome);
  nadir::cli::add_tissue_command(app, outcome);
  nadir::cli::add_read_command(app, outcome);
  nadir::cli::add_audit_command(app, outcome);
  nadir::cli::add_export_command(app, outcome);
  nadir::cli::add_import_command(app, outcome);
  nadir::cli::add_verify_command(app, outcome);
  try
  {
    app.parse(argc, argv);
  }
  catch (const CLI::ParseError& error)
  {
    return app.exit(error) == 0 ? ExitCode::Ok : ExitCode::Usage;
  }
  return outcome;
}
/// What was printed may not have arrived: a full disk, a closed pipe.
int finished(ExitCode outcome)
{
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return static_cast<int>(outcome);
  nadir::cli::say("nadir: what was to be printed could not be written whole (a cut answer would be taken for one). Free some space, or "
                  "print elsewhere.");
  return static_cast<int>(outcome == ExitCode::Ok ? ExitCode::Refused : outcome);
}
}  // namespace

int main(int argc, char** argv)
{
  nadir::cli::listen_to_interrupts();
  try
  {
    return finished(run(argc, argv));
  }
  catch (const std::exception& error)
  {
    nadir::cli::say(std::string("nadir: internal error: ") + error.what() + ". This is a bug; nothing was written.");
    return static_cast<int>(ExitCode::InternalError);
  }
}
