#pragma once

#include <span>

namespace nadir::viewer
{
/// What the core says when it cannot do what was asked, as patterns of `screen_sentence`: %1, %2, ... stand for names, numbers, or other
/// sentences.
std::span<const char* const> core_refusals();
}  // namespace nadir::viewer
