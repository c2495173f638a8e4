#pragma once

#include <string_view>

namespace nadir::measure
{
/// Whether the words for an organ ("lymph node, left groin", "nodal, axilla") name a lymph node. Of a node the short axis counts (rule
/// B13), so whoever says nothing of `nodal` beside such words has to be asked.
bool names_a_node(std::string_view organ);
}  // namespace nadir::measure
