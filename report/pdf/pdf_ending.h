#pragma once

#include <string>

namespace nadir::report
{
/// The PDF with its language and "show the title, not the file name" in its catalog, which Cairo 1.16 has no call for, and with a date in the
/// form of ISO 32000-1, 7.9.4, whose "D:" Cairo 1.16 leaves out. Written as an incremental update (ISO 32000-1, 7.5.6): the bytes given stay as they are and new ones follow. The PDF must have a plain
/// cross-reference table.
std::string with_ending(std::string pdf, const std::string& language);
}  // namespace nadir::report
