#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/gate/data_set.h"

/// Short ways to soft attributes: those that describe an image but do not place it. What is absent or breaks the syntax
/// is unknown (nullopt, ""). Attributes that place an image are read strictly; see frame_placement.h.
namespace nadir::imaging
{
/// First number of an attribute.
std::optional<double> number(const DataSet& data, Tag tag, NumberVr vr);
/// First number, taken as an integer.
std::optional<std::int64_t> integer(const DataSet& data, Tag tag, NumberVr vr);
/// Exactly `count` finite numbers, or nothing.
std::optional<std::vector<double>> numbers(const DataSet& data, Tag tag, NumberVr vr, std::size_t count);

/// All values with backslashes between them, upper case: "ORIGINAL\PRIMARY\M".
std::string code_text(const DataSet& data, Tag tag);

/// The tag of a private element in this data set: the block is looked up by its creator, never assumed.
/// Example: private_tag(data, 0x0019, "SIEMENS MR HEADER", 0x0C) -> (0019,100C).
std::optional<Tag> private_tag(const DataSet& data, std::uint16_t group, std::string_view creator, std::uint8_t element);
}  // namespace nadir::imaging
