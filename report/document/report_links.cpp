#include "report/document/report_links.h"

namespace nadir::report
{
std::string place_of_lesion(std::size_t row) { return "lesion-" + std::to_string(row + 1); }

std::string place_of_reasons(std::size_t timepoint) { return "reasons-" + std::to_string(timepoint + 1); }

Html link_to(const std::string& place, const Html& content) { return element("a", {{"href", "#" + place}}, content); }
}  // namespace nadir::report
