#pragma once

#include <string>
#include <vector>

namespace nadir::bench
{
/// Runs a peer's program in a child process, silently, and waits for it. True when it was found and ended with 0.
bool ran_well(std::vector<std::string> words);
}  // namespace nadir::bench
