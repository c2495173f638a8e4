#pragma once

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// What a drawn line says of values far from it: log odds, 0 or below, a cell.
///
/// The ends of a longest diameter lie on the lesion's border, so the line crosses what the lesion is made of. A value that is hardly met
/// along it, but common beyond any lesion of that length, is muscle, fat or bone, however well its place fits the typical shape. A value
/// met nowhere, or as often along the line, or near its ends, where it crosses the living rim of a dead lesion, says nothing: sarcomas on
/// T1, which share most values with muscle, are hardly touched. Several images: the one that speaks most against a cell counts.
class ForeignValues
{
public:
  explicit ForeignValues(const LesionGrid& grid) : grid_(grid), log_odds_(grid.cells(), 0.0F) {}

  void add(const GridImage& image);

  const CellValues& log_odds() const { return log_odds_; }

private:
  const LesionGrid& grid_;
  CellValues log_odds_;
};
}  // namespace nadir::segmentation::lesion
