#pragma once

#include <string_view>

namespace nadir::report
{
/// The page's style sheet: light, system fonts, no address of anything outside, A4 when printed. Colours of data are those of Okabe
/// and Ito, told apart by people with any colour vision; nothing is said by colour alone.
std::string_view style_sheet();
}  // namespace nadir::report
