#pragma once

#include <string>

#include "report/certificate/verify_export.h"

namespace nadir::cli
{
/// A certificate for people: a line a format, then what was left out and what to know.
std::string words_of(const report::Certificate& certificate);

/// What verifying an export's folder gave.
std::string words_of(const report::ExportVerdict& verdict);
std::string json_of(const report::ExportVerdict& verdict);
}  // namespace nadir::cli
