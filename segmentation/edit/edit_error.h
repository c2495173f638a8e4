#pragma once

#include <string_view>

namespace nadir::segmentation
{
/// Why a mask was not edited.
enum class EditError
{
  GridMismatch,    ///< image and mask lie on different grids
  NothingBetween,  ///< no slice is missing between drawn ones
};
std::string_view error_code(EditError error);
}  // namespace nadir::segmentation
