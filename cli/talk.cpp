#include "cli/talk.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <utility>

#include "imaging/dicom/loader_error.h"
#include "imaging/open/open_error.h"
#include "measure/assessment/assessment_error.h"

namespace nadir::cli
{
namespace
{
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_interrupt(int) { interrupted = true; }

void write_stderr(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }
}  // namespace

/// Escape sequences in a file name or a DICOM text must not reach the terminal.
std::string visible(const std::string& text)
{
  constexpr std::string_view digits = "0123456789abcdef";
  std::string shown;
  for (const char c : text)
  {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7f) shown += c;
    else if (c == '\n') shown += "\n  ";
    else shown += std::string("\\x") + digits[byte >> 4] + digits[byte & 15];
  }
  return shown;
}

void say(const std::string& line) { write_stderr(visible(line) + "\n"); }

ExitCode tell(const Failure& failure)
{
  say("nadir: " + failure.message() + " [" + std::string(failure.code()) + "]");
  if (failure.is(imaging::LoaderError::Cancelled)) return ExitCode::Cancelled;
  const bool question = failure.is(measure::AssessmentError::IdentityQuestion) || failure.is(measure::AssessmentError::OrderQuestion) ||
                        failure.is(measure::AssessmentError::ComparabilityQuestion) || failure.is(imaging::OpenError::SeveralImages);
  return question ? ExitCode::Question : ExitCode::Refused;
}

imaging::Progress terminal_progress(std::string what)
{
  const bool shown = isatty(STDERR_FILENO) == 1;
  return [what = std::move(what), shown](std::size_t done, std::size_t total)
  {
    if (shown) write_stderr("\r" + what + " " + std::to_string(done) + " of " + std::to_string(total) + (done == total ? "\n" : ""));
    return !interrupted.load();
  };
}

void listen_to_interrupts()
{
  struct sigaction action
  {
  };
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // a second Ctrl-C ends the process at once
  sigaction(SIGINT, &action, nullptr);
}
}  // namespace nadir::cli
