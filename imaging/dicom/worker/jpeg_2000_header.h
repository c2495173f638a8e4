#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "imaging/dicom/worker/message.h"

namespace nadir::imaging::worker
{
/// The codestream within `data`: `data` itself, or what lies in the box `jp2c` of a JP2 file (which DICOM forbids and some
/// writers put there). Empty when there is none.
std::span<const std::byte> find_codestream(std::span<const std::byte> data);

/// Compares the SIZ segment (ISO 15444-1 A.5.1) with the DICOM header before any memory is spent on it: size, components,
/// bits, no subsampling, at most 16,384 tiles.
Outcome check_codestream(std::span<const std::byte> codestream, const FrameFormat& format);
}  // namespace nadir::imaging::worker
