#pragma once

#include <string>

#include "measure/assessment/case.h"

namespace nadir::measure
{
/// Text that is the same for the same lesion: name, role, organ and whether it is a node.
std::string key_of(const Lesion& lesion);

/// Text that is the same for the same prompt, apart from lengths drawn beside a mask. Files are told by their names.
std::string key_of(const Prompt& prompt);

/// What tissues are told by beside the lesion: "" without a threshold of a reader's.
std::string key_of(const std::optional<StatedThreshold>& threshold);
}  // namespace nadir::measure
