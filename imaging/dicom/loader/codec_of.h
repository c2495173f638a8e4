#pragma once

#include <optional>
#include <string_view>

#include "imaging/dicom/worker/message.h"

namespace nadir::imaging
{
/// The codec that decodes an encapsulated transfer syntax (DICOM PS3.5 annex A.4); nullopt for one that Nadir does not decode:
/// video, JPEG 2000 multi-component, JPIP, JPEG XL, retired JPEG processes other than 1, 2, 4, 6, 10 and 14.
std::optional<worker::Codec> codec_of(std::string_view transfer_syntax);
}  // namespace nadir::imaging
