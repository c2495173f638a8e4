#pragma once

#include "report/document/html.h"
#include "report/pdf/text_run.h"

namespace nadir::report
{
/// How the words of an element look inside an element that looks like `around`: the style sheet of the paper.
TextLook look_of(const HtmlNode& node, const TextLook& around);

inline constexpr TextLook body_look{};
inline constexpr Ink soft_ink = ink(0x57606a);
}  // namespace nadir::report
