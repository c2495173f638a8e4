#pragma once

#include "sample_data/phantom/tissue.h"

namespace nadir::phantom
{
/// The tissue at one point, how much of a second one is mixed in (0 to 1), and the texture factor on the signal.
struct TissueSample
{
  Tissue tissue = Tissue::Air;
  Tissue admixture = Tissue::Air;
  double admixed = 0.0;
  double texture = 1.0;
};
}  // namespace nadir::phantom
