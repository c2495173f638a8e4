#pragma once

#include "segmentation/lesion/intensity_model.h"
#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/prompt_kind.h"

namespace nadir::segmentation::lesion
{
/// What the signal alone says of each cell: log of how often its value occurs in the core against the shell.
///
/// The models were trained on sarcomas in T1, where lesion and muscle share most of their values, so they lean on shape. Where an image
/// (contrast, T2, a phantom) tells the lesion apart, shape must not outweigh what is plainly seen: evidence counts fully below an overlap
/// of 0.1 and not at all above 0.32; around a point, where the size of the core is a guess, only below 0.4 of these.
struct ImageEvidence
{
  CellValues log_ratio;  ///< summed over the images, each by its weight; 0 where an image has no value
  double weight = 0.0;   ///< of the image that shows most, 0..1
};

/// How plainly an image whose histograms inside and outside share this area tells the lesion apart, 0..1.
double clearness_of(double overlap);

/// Where the lesion and its surroundings lie when an image tells them apart and the prompt's ellipse fits: nearly up to the border, so that
/// a rim of another signal than the middle counts as lesion.
inline constexpr PromptZones plain_zones{0.93, 1.12, 1.65};

/// Adds what one image says.
void add_evidence(const LesionGrid& grid, const GridImage& image, PromptKind kind, ImageEvidence& evidence);

/// Log odds of model and shape, corrected by the evidence.
CellValues corrected(const CellValues& log_odds, const ImageEvidence& evidence);
}  // namespace nadir::segmentation::lesion
