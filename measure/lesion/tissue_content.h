#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/lesion/evidence.h"
#include "measure/lesion/stated_threshold.h"

namespace nadir::measure
{
/// A number with its robustness band: how far it moves when the threshold and the contour are moved within reason. Never shown alone.
struct Banded
{
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;

  bool operator==(const Banded&) const = default;
};

/// How much of a lesion is one tissue. Volumes in mL, fractions of the lesion's volume from 0 to 1, ADC in 1e-6 mm2/s.
struct TissueAmount
{
  std::string tissue;  ///< "viable", "necrosis", "haemorrhage", "fat", "indeterminate"
  Banded fraction;
  Banded volume_ml;
  std::optional<double> adc_mean;
  std::optional<double> adc_median;
  std::optional<double> adc_10th_percentile;
  std::optional<double> enhancement;  ///< mean of (post - pre) / (post + pre), no unit
};

/// A threshold of necrosis that a reader set, and what there would be without it.
struct ReaderThreshold
{
  StatedThreshold set;
  std::string unit;                    ///< "x reference tissue", "1e-6 mm2/s"
  double automatic = 0.0;              ///< the threshold found from the images
  Banded automatic_necrotic_fraction;  ///< what that one gives

  bool operator==(const ReaderThreshold&) const = default;
};

/// What a lesion consists of at one time point, what that rests on, and what could not be told.
struct TissueContent
{
  std::vector<std::string> channels;        ///< the images used, in words
  std::string reference;                    ///< the tissue that intensities are compared with, in words
  std::optional<Banded> necrotic_fraction;  ///< absent when the images cannot tell
  std::optional<Banded> necrotic_volume_ml;
  std::optional<Banded> viable_volume_ml;
  std::optional<Caliper> viable_diameter;  ///< longest diameter of the viable part (mRECIST-like)
  std::vector<TissueAmount> tissues;
  std::optional<ReaderThreshold> threshold_by_reader;  ///< absent: found from the images
  std::vector<std::string> undecided;                  ///< what could not be decided, and for lack of what
};
}  // namespace nadir::measure
