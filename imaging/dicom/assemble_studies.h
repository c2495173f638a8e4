#pragma once

#include <vector>

#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Studies, series and stacks from the frames of all files (one entry a file, in canonical order; see merge_duplicates.h).
///
/// Two patients under one Study or Series Instance UID refuse every stack concerned ("identity.two-patients"); an identity that is
/// given in some files only is a warning. Studies are ordered by acquisition, then UID; series by number, then UID.
std::vector<Study> assemble_studies(const std::vector<std::vector<ImageFrame>>& files);
}  // namespace nadir::imaging
