#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/lesion/training/training_case.h"

namespace nadir::segmentation::lesion
{
/// Picture of lesions: one row a lesion, one tile a slice from its first to its last, expert's outline green, found outline red, both
/// yellow.
class FigureSheet
{
public:
  static constexpr int tile = 150;  ///< pixels
  static constexpr int tiles = 8;   ///< in a row

  void add_row(const TrainingCase& sample, const Mask& found);
  /// Portable pixmap (P6).
  std::vector<std::uint8_t> pixmap() const;

private:
  void add_tile(const TrainingCase& sample, const Mask& found, int number);

  int rows_ = 0;
  std::vector<std::uint8_t> pixels_;  ///< RGB
};
}  // namespace nadir::segmentation::lesion
