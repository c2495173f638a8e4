#pragma once

#include <cstdint>

#include "imaging/gate/value_representation.h"

namespace nadir::imaging::detail
{
/// Attributes of odd groups belong to vendors.
constexpr bool is_private(std::uint32_t key) { return (key & 0x00010000) != 0; }

/// VR that DICOM PS3.6 gives an attribute this program uses, 0 for all others.
///
/// Attributes in this list may not be there twice in one data set, and with explicit VR may not carry a VR of another kind.
Vr expected_vr(std::uint32_t key);

/// True when an attribute of this expected VR may be written with the VR in the file: the same one, UN (unknown to the
/// writer), or one kind of text for another where no number is read from it.
bool is_acceptable(Vr found, Vr expected);
}  // namespace nadir::imaging::detail
