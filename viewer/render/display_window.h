#pragma once

#include "imaging/volume/volume.h"

namespace nadir::viewer
{
/// Which end of the window is white.
enum class Polarity
{
  HighIsWhite,
  HighIsBlack,
};

/// Window centre and width in physical values of the image; what lies below or above is shown as its end. width > 0.
struct DisplayWindow
{
  double centre = 0.5;
  double width = 1.0;
  Polarity polarity = Polarity::HighIsWhite;

  double low() const { return centre - 0.5 * width; }
  double high() const { return centre + 0.5 * width; }
  bool operator==(const DisplayWindow&) const = default;
};

/// A window that shows the tissue of an MR image: from the 1st to the 99.5th percentile of the voxels that are not background (above 5 %
/// of the 99th percentile). A constant image gets a width of 1. Takes at most about 200,000 voxels into account, evenly spread.
/// An ADC map in 1e-6 mm2/s gets 0 to 3000, water at body temperature, whatever its noise: the same color means the same at every date.
DisplayWindow automatic_window(const imaging::Volume& volume);

/// The same for what one acquired slice shows.
DisplayWindow automatic_window(const imaging::Volume& volume, int k);

/// After a drag by so many pixels: right widens, down brightens (a lower centre). `reach`: width of the automatic window, so that a drag
/// of 500 pixels covers twice the range of the image whatever its unit.
DisplayWindow dragged(DisplayWindow window, double right, double down, double reach);
}  // namespace nadir::viewer
