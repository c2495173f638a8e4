#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/size/lesion_size.h"

namespace nadir::measure
{
/// What the measuring found out by the way.
struct Remarks
{
  std::optional<double> in_one_piece;  ///< see longest_in_one_piece()
  bool inside_is_exact = true;         ///< see InsideChord
};

/// Adds what a reader must know of a size, whichever way it was measured.
void add_common_warnings(const Remarks& remarks, LesionSize& size);
}  // namespace nadir::measure
