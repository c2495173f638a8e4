#pragma once

#include <optional>
#include <vector>

#include "segmentation/propagation/expected_values.h"
#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// What tumours stand out by.
enum class Weighting
{
  Enhanced,  ///< T1 after contrast: living tumour is bright, oedema is not
  T1,        ///< before contrast: tumour is much like muscle
  Fluid,     ///< T2, STIR: tumour is bright, and so is oedema around it
  Unknown,
};

/// One kind of image on both dates, around the place where the lesion is expected.
struct ComparedSeries
{
  FollowUpBlock block;
  ExpectedValues expected;
  Weighting weighting = Weighting::Unknown;
};

/// What a lesion is looked for on: the kind of image that it was drawn on, and others of the same examinations that lie in the same frame
/// of reference, on the grid of the first (`witness_of`).
struct ComparedDates
{
  ComparedSeries drawn;
  std::vector<ComparedSeries> witnesses;
};

/// Whether swollen tissue can be told from tumour: one of the images was taken after contrast.
bool tells_oedema(const ComparedDates& dates);

/// Another kind of image on the grid of `drawn`. `pair`: both dates of it, and the transform between them. nullopt where it does not show
/// the carried lesion and its nearest surroundings whole on both dates, or where these do not agree (correlation below 0.4): the patient
/// has moved between the series, or the images are of another kind.
std::optional<ComparedSeries> witness_of(const ComparedSeries& drawn, const DatedPair& pair, Weighting weighting);
}  // namespace nadir::segmentation
