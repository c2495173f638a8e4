#pragma once

#include "cli/exit_code.h"

namespace CLI
{
class App;
}

namespace nadir::cli
{
/// `nadir export bundle`: one self-contained file of a record.
void add_export_bundle(CLI::App& parent, ExitCode& exit_code);
}  // namespace nadir::cli
