#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/volume/volume.h"
#include "measure/assessment/timepoint_volumes.h"
#include "segmentation/propagation/propagate_lesion.h"

namespace nadir::measure
{
/// The stack that a lesion was drawn on, and its twin at the later time point.
struct TwinStacks
{
  const imaging::ImageStack& earlier;
  const imaging::ImageStack& later;
};

/// What tumours stand out by in images of this kind.
segmentation::Weighting weighting_of(imaging::SequenceType type);

/// Other kinds of image that both time points hold, loaded.
class WitnessSeries
{
public:
  struct Pair
  {
    std::shared_ptr<const imaging::Volume> earlier, later;
    segmentation::Weighting weighting;
  };

  /// One pair of twins of each contrast that tumours are seen on (post-contrast T1, T2 with and without fat suppression, T1) but that of
  /// `drawn`, each in the frame of reference of the drawn stack or of its twin; of several the one in the plane of `drawn`. What could not
  /// be loaded is named in `warnings()` and left out.
  WitnessSeries(const TwinStacks& drawn, TimepointVolumes& earlier, TimepointVolumes& later);

  /// Valid as long as this.
  std::vector<segmentation::DatedImages> images() const;
  const std::vector<std::string>& warnings() const { return warnings_; }

private:
  void add(const TwinStacks& twins, TimepointVolumes& earlier, TimepointVolumes& later);

  std::vector<Pair> pairs_;
  std::vector<std::string> warnings_;
};
}  // namespace nadir::measure
