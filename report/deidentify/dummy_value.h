#pragma once

#include <string_view>

class DcmElement;

namespace nadir::report
{
/// Puts a value of the same kind that tells nothing: D of PS3.15 table E.1-1.
void put_dummy(DcmElement& element);

/// True for such a value of a name, date or text.
bool is_dummy(std::string_view value);
}  // namespace nadir::report
