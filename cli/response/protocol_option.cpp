#include "cli/response/protocol_option.h"

#include <cstdio>

#include "cli/talk.h"
#include "measure/response/protocol_settings.h"
#include "reading/table/protocol_file.h"

namespace nadir::cli
{
std::optional<measure::Protocol> protocol_of(const std::string& file)
{
  if (file.empty()) return measure::Protocol{};
  const auto read = reading::read_protocol_file(file);
  if (!read) tell(read.failure());
  if (!read) return std::nullopt;
  for (const auto& mistake : read->mistakes) say(in_words(file, mistake));
  if (!read->protocol) say("nadir: the protocol was not used (responses would follow other rules than the trial's). Correct " + file + ".");
  return read->protocol;
}

void print_protocol(const measure::Protocol& protocol)
{
  const auto differences = differences_from_default(protocol);
  std::string text = differences.empty() ? "Protocol: every setting has its default.\n" : "Protocol, where it differs from the default:\n";
  for (const auto& difference : differences) text += "  " + difference + "\n";
  std::fwrite(text.data(), 1, text.size(), stdout);
}
}  // namespace nadir::cli
