#pragma once

#include <optional>

#include "segmentation/lesion/frame_answer.h"

namespace nadir::segmentation::lesion
{
/// How wide a lesion is across its drawn longest diameter, as the images show it.
struct DrawnWidth
{
  ShownWidth width;
  double clearness = 0.0;  ///< how plainly the images tell this ellipse from its surroundings: above 0, at most 1
};

/// The ellipse on the drawn line that parts the drawn slice best; nothing where no image tells it apart plainly enough.
///
/// The ends of a longest diameter lie on the lesion's outer border, so the line crosses everything the lesion is made of: also the living
/// rim of a lesion whose middle is dead. What occurs along the line against what occurs beyond any lesion of that length says of each
/// cell on which side it lies; ellipses through the ends compete for the cells, typical widths have a slight advantage, and the best one's
/// own inside and outside are asked again. A zone around the middle of the line, as for images where the lesion is of one signal, would
/// take the dead middle for the lesion. Where the middle looks like muscle, so that lesion and surroundings share most values, the rim's
/// own values are asked alone, and the ellipse counts only if hardly any of them occur just beyond it. `frame`: of the line alone.
std::optional<DrawnWidth> drawn_width(const Channels& channels, const PromptFrame& frame, int threads);
}  // namespace nadir::segmentation::lesion
