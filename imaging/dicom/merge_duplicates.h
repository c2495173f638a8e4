#pragma once

#include <vector>

#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Keeps one of several files with the same SOP Instance UID. Order of `files` (the frames of one file each) afterwards: by SOP
/// Instance UID, so that nothing later depends on names or nesting.
///
/// Same bytes: counted once, with a note. Same attributes and pixels in another encoding, or with other attributes that play no
/// part here: counted once, with a warning; the uncompressed one is kept. Anything else: two images claim one identity, and every
/// stack with such an image is refused ("identity.duplicate-uid").
void merge_duplicates(std::vector<std::vector<ImageFrame>>& files);
}  // namespace nadir::imaging
