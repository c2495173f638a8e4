#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reading/record/identities.h"

namespace nadir::reading
{
/// Whether a text has nothing but blanks, tabs and line ends.
bool is_blank(std::string_view text);

/// 64 lower-case hexadecimal digits.
bool is_digest(const Digest& digest);

/// 32 lower-case hexadecimal digits.
bool is_record_id(const RecordId& id);

/// What is wrong with a name that goes into one line (reader, lesion, time point, organ): empty, longer than 200 bytes, not UTF-8, or
/// with control characters. nullopt when nothing is.
std::optional<std::string> name_problem(std::string_view name);

/// The same for free text: at most 64 KiB, line feeds and tabs allowed, may be empty.
std::optional<std::string> text_problem(std::string_view text);
}  // namespace nadir::reading
