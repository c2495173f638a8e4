#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nadir::report
{
/// One line of text that fits a VR: valid UTF-8, no control characters, no backslash (it separates values; '/' stands for it), no blanks
/// at the ends, at most `characters` characters. LO 64, SH 16, PN 64.
std::string fitting_text(std::string_view text, std::size_t characters);

/// The same without a limit and with line ends and backslashes kept: for UT and LT.
std::string free_text(std::string_view text);

/// Text that DICOM's UT would change, so that it comes back as it was: control characters and blanks at the ends are spelled as
/// `visible_text` spells them ("{U+0009}").
std::string carried_text(std::string_view text);

/// A person's name in PN: as fitting_text, and '=' (it separates spellings) becomes a blank. "Doe^Jane" stays family and given name.
std::string person_name(std::string_view name);

/// DS: the most exact decimal of at most 16 characters. The value must be finite.
std::string decimal_string(double value);
}  // namespace nadir::report
