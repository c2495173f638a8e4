#pragma once

/// Every number that the probabilities rest on, with where it comes from: the one place to check or to change a default. A trial gives
/// its own in the protocol file (repeatability_absolute_mm, repeatability_relative_percent, or repeated_readings_mm).
namespace nadir::measure::recist_1_1::repeatability_data
{
/// A number with its unit and source.
struct Cited
{
  double value;
  const char* unit;
  const char* source;
};

/// The part of one reading's standard deviation that does not depend on size.
inline constexpr Cited absolute = {1.7, "mm",
                                   "2.4 mm / sqrt(2): standard deviation of the change between two scans within 15 minutes, Oxnard et al., "
                                   "J Clin Oncol 2011;29:3114 (PMC3157977; CT of lung lesions)"};

/// The part that grows with the length.
inline constexpr Cited relative = {2.8, "% of the length",
                                   "mean coefficient of variation of diameters read again on MRI of soft-tissue sarcoma (1.0 to 4.2 %), "
                                   "ESMO Sarcoma and Rare Cancers 2025, abstract 74P"};

/// A line drawn up to half a spacing s off the slice where a round lesion of diameter L is longest is shorter by 2 d^2 / L, with d
/// uniform up to s / 2.
inline constexpr Cited acquired_slice = {0.149, "x spacing^2 / length", "geometry: standard deviation of 2 d^2 / L, sqrt(1/180) x 2"};

/// A line across slices, each end anywhere between two of them.
inline constexpr Cited reformatted_slice = {0.288675, "x spacing", "geometry: standard deviation of a uniform error, 1 / sqrt(12)"};

/// What the parts together are held against, not used: 95 % limits of agreement of a single observer reading one lesion twice.
inline constexpr auto agreement_source = "Yoon et al., Eur J Cancer 2016;53:5-15 (PMID 26687017; meta-analysis, CT)";
inline constexpr Cited agreement_low = {-17.8, "% of the length", agreement_source};
inline constexpr Cited agreement_high = {16.1, "% of the length", agreement_source};
}  // namespace nadir::measure::recist_1_1::repeatability_data
