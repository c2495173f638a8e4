#pragma once

#include <string_view>

namespace nadir::report
{
/// Whether a coded string is one of the terms that PS3.3 defines for MR images, their reports and masks. A patient may be called like one
/// (a volunteer "HFS^Primary"): such a word says what the image is, not who.
bool is_defined_term(std::string_view code);
}  // namespace nadir::report
