#pragma once

#include "segmentation/lesion/segment_lesion.h"

namespace nadir::segmentation::lesion
{
/// How much a lesion's sizes hang on where its marks were set: another reader draws another slice, and ends the lines elsewhere. The
/// probabilities answer one prompt and know nothing of it. One standard deviation each.
struct PromptDoubt
{
  double volume = 0.0;    ///< of the logarithm of the volume
  double diameter = 0.0;  ///< of both diameters, as a share of them
};

/// By what was drawn; none without a drawn diameter (a click's levels of probability lie far enough apart).
///
/// Source: 864 intervals of the 12 sarcomas, by models that had not seen the case, for a careful reader and for marks that are a slice off,
/// 2 to 4 mm off at every end, turned by 20 degrees, or chords there (`nadir-lesion-lab intervals`; figures: training/README.md). The least
/// that let nine in ten of the imprecise and all but one in twenty of the careful prompts of every kind hold the truth. The first
/// corrective stroke halves what the volumes err by, and the doubt with it.
PromptDoubt prompt_doubt(const LesionPrompt& prompt);

/// The interval of a volume with this doubt added in quadrature, in the logarithm; what is empty stays so.
EstimatedValue with_volume_doubt(const EstimatedValue& volume, const PromptDoubt& doubt);

/// The interval of a diameter, likewise, in mm.
EstimatedValue with_diameter_doubt(const EstimatedValue& diameter, const PromptDoubt& doubt);
}  // namespace nadir::segmentation::lesion
