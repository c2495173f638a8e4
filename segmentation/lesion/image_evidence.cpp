#include "segmentation/lesion/image_evidence.h"

#include <algorithm>

namespace nadir::segmentation::lesion
{
double clearness_of(double overlap)
{
  constexpr double none = 0.32, full = 0.1;
  return std::clamp((none - overlap) / (none - full), 0.0, 1.0);
}

namespace
{
/// A click's core is a guess: only a plainer image counts.
double weight_of(double overlap, PromptKind kind) { return clearness_of(kind == PromptKind::Point ? overlap / 0.4 : overlap); }

/// Nearly up to the border where axes tell where that is.
PromptZones evidence_zones(PromptKind kind)
{
  return kind == PromptKind::Axes || kind == PromptKind::AxesExtent ? plain_zones : zones_of(kind);
}

/// Share of what model and shape say that is given up where the image is plain.
constexpr double given_up = 0.45;
}  // namespace

void add_evidence(const LesionGrid& grid, const GridImage& image, PromptKind kind, ImageEvidence& evidence)
{
  const auto intensities = intensity_model(grid, image, evidence_zones(kind));
  const double weight = weight_of(intensities.overlap, kind);
  evidence.log_ratio.resize(grid.cells(), 0.0F);
  evidence.weight = std::max(evidence.weight, weight);
  if (weight == 0.0) return;
  for (std::size_t n = 0; n < grid.cells(); ++n)
    if (image.valid[n] != 0) evidence.log_ratio[n] += static_cast<float>(weight) * intensities.even_log_ratio_of(image.values[n]);
}

CellValues corrected(const CellValues& log_odds, const ImageEvidence& evidence)
{
  const auto kept = static_cast<float>(1.0 - given_up * evidence.weight);
  CellValues out(log_odds.size());
  for (std::size_t n = 0; n < out.size(); ++n) out[n] = kept * log_odds[n] + evidence.log_ratio[n];
  return out;
}
}  // namespace nadir::segmentation::lesion
