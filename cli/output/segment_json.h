#pragma once

#include <string>

#include "segmentation/lesion/segment_lesion.h"

namespace nadir::cli
{
/// Volume, diameters and their intervals, channel and warnings of a segmented lesion, for machines and for people.
std::string segment_json(const segmentation::SegmentedByPrompt& lesion);
std::string segment_text(const segmentation::SegmentedByPrompt& lesion);
}  // namespace nadir::cli
