#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/size/lesion_size.h"

namespace nadir::measure
{
/// Adds what a reader must know of a size, whichever way it was measured. `in_one_piece`: see longest_in_one_piece().
void add_common_warnings(std::optional<double> in_one_piece, LesionSize& size);
}  // namespace nadir::measure
