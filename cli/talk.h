#pragma once

#include <string>

#include "cli/exit_code.h"
#include "imaging/dicom/progress.h"
#include "imaging/result/failure.h"

namespace nadir::cli
{
/// One line for people on stderr, control characters made visible.
void say(const std::string& line);

/// Text with control characters (except line ends) made visible, so that none of them reaches a terminal.
std::string visible(const std::string& text);

/// Tells a failure and gives the exit code it calls for.
ExitCode tell(const Failure& failure);

/// Progress on stderr when it is a terminal; asks to stop after Ctrl-C.
imaging::Progress terminal_progress(std::string what);

/// From now on Ctrl-C asks for a stop instead of ending the process.
void listen_to_interrupts();
}  // namespace nadir::cli
