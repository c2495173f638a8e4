#pragma once

#include <string_view>

namespace nadir::segmentation::lesion
{
/// Text of the file model/<name>.trees, built into the program; empty when there is none of this name.
std::string_view model_text(std::string_view name);
}  // namespace nadir::segmentation::lesion
