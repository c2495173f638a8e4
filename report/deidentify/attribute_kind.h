#pragma once

#include <cstdint>
#include <string>
#include <string_view>

class DcmElement;

namespace nadir::report
{
std::uint32_t tag_of(const DcmElement& element);  ///< (group << 16) | element

/// The bytes of a text with all its values, without the padding at its end; "" for other kinds.
std::string text_of(DcmElement& element);

/// True when an element is stored as the data dictionary says: as a sequence, as text or as bytes. One that is not, or that the
/// dictionary does not know, could hold a name where nobody looks for one.
bool is_of_its_kind(DcmElement& element);

/// True for a text that measures or selects and is well-formed: no name fits into it, and another value would change what the object says.
bool is_closed_value(DcmElement& element, std::string_view text);
}  // namespace nadir::report
