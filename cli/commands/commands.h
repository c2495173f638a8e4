#pragma once

#include "cli/exit_code.h"

namespace CLI
{
class App;
}

namespace nadir::cli
{
/// Each adds one subcommand: its words, options and help, and what it does; the outcome goes to `exit_code`.
void add_scan_command(CLI::App& app, ExitCode& exit_code);
void add_measure_command(CLI::App& app, ExitCode& exit_code);
void add_assess_command(CLI::App& app, ExitCode& exit_code);
void add_report_command(CLI::App& app, ExitCode& exit_code);
void add_deidentify_command(CLI::App& app, ExitCode& exit_code);
void add_send_command(CLI::App& app, ExitCode& exit_code);
void add_fetch_command(CLI::App& app, ExitCode& exit_code);
void add_echo_command(CLI::App& app, ExitCode& exit_code);
void add_query_command(CLI::App& app, ExitCode& exit_code);
void add_recist_command(CLI::App& app, ExitCode& exit_code);
void add_best_response_command(CLI::App& app, ExitCode& exit_code);
void add_adc_command(CLI::App& app, ExitCode& exit_code);
void add_agree_command(CLI::App& app, ExitCode& exit_code);
void add_compare_command(CLI::App& app, ExitCode& exit_code);
void add_segment_command(CLI::App& app, ExitCode& exit_code);
void add_register_command(CLI::App& app, ExitCode& exit_code);
void add_propagate_command(CLI::App& app, ExitCode& exit_code);
void add_tissue_command(CLI::App& app, ExitCode& exit_code);
void add_read_command(CLI::App& app, ExitCode& exit_code);
void add_audit_command(CLI::App& app, ExitCode& exit_code);
void add_export_command(CLI::App& app, ExitCode& exit_code);
void add_import_command(CLI::App& app, ExitCode& exit_code);
void add_verify_command(CLI::App& app, ExitCode& exit_code);
}  // namespace nadir::cli
