#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace nadir::imaging
{
/// The preamble and meta header (group 0002) of a DICOM file with another transfer syntax UID, its group length made right.
/// `header`: the file's first bytes up to its data set, which the gate has found sound. DICOM PS3.10 section 7.1.
/// Empty when there is no transfer syntax to replace.
std::vector<std::byte> with_transfer_syntax(std::span<const std::byte> header, std::string_view uid);
}  // namespace nadir::imaging
