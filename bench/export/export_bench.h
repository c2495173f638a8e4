#pragma once

namespace nadir::bench
{
/// Both print what they measured. Limits are those of the export specification.
bool segmentation_is_quick();                     ///< 300 frames under 1 s
bool all_formats_are_quick(const char* program);  ///< a case with two dates and three lesions under 2 s; `program` = argv[0]
}  // namespace nadir::bench
