#pragma once

#include "segmentation/propagation/compared_series.h"
#include "segmentation/propagation/fit_lesion.h"

namespace nadir::segmentation
{
/// Correlation of the surroundings of a lesion on two dates below which gain and shading cannot be told; 0.88 to 0.93 in four gliomas.
constexpr double least_agreement_of_dates = 0.5;

/// Whether a lesion that was not found again is gone: where it lay the follow-up shows what lies around, which is as it was, and a
/// twentieth of it would have shown. A false remission is the worst answer, so doubt means no.
bool is_surely_gone(const ComparedDates& dates, const FittedLesion& found);
}  // namespace nadir::segmentation
