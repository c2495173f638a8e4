#pragma once

#include <cstddef>
#include <string>

#include "report/document/html.h"

namespace nadir::report
{
/// Places of a report that page one leads to. Numbers count from 0, in the order of lesion_rows() and of the time points.
std::string place_of_lesion(std::size_t row);
std::string place_of_reasons(std::size_t timepoint);
inline constexpr const char* place_of_flags = "flags";

/// <a href="#place">.
Html link_to(const std::string& place, const Html& content);
}  // namespace nadir::report
