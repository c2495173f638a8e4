#pragma once

#include <optional>
#include <string>

#include "measure/response/protocol.h"

namespace nadir::cli
{
/// The protocol of `--protocol FILE`; the default one for an empty name. None when the file cannot be used: every mistake was told on
/// stderr with file, line and key.
std::optional<measure::Protocol> protocol_of(const std::string& file);

/// Every difference from the default protocol on stdout, one line each, or that there is none.
void print_protocol(const measure::Protocol& protocol);
}  // namespace nadir::cli
