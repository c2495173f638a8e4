#pragma once

#include <string_view>

namespace nadir::imaging::detail
{
/// True for storage classes whose objects are images (PS3.4 table B.5-1): one without pixel data is a cut file.
bool is_image(std::string_view sop_class_uid);

/// True for image classes that always tell their Number of Frames (PS3.3: multi-frame, type 1).
bool is_multi_frame(std::string_view sop_class_uid);
}  // namespace nadir::imaging::detail
