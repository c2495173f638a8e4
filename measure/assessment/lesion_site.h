#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/result/result.h"
#include "measure/assessment/assessment_error.h"
#include "measure/assessment/case.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::measure
{
/// The images a lesion was drawn on.
struct LesionSite
{
  const imaging::ImageStack* stack = nullptr;  ///< nullptr when there are no images
  bool on_image_grid = false;                  ///< the mask's voxels are voxels of the stack
  std::vector<std::string> warnings;
};

/// Finds the stack a mask or contour stack belongs to: by the series it names, then by the same voxel lattice, then by place.
/// Failure MaskUnusable when there are images and the lesion lies outside all of them, or on a stack that must not be measured.
Result<LesionSite> find_site(const segmentation::SegmentedLesion& lesion, const std::vector<const imaging::ImageStack*>& stacks);

/// Whether the mask's voxels are voxels of one of the stacks, and all of it lies there.
bool lies_on_lattice_of(const segmentation::SegmentedLesion& lesion, const std::vector<const imaging::ImageStack*>& stacks);

/// The slice a caliper or a point lies in.
struct CaliperSite
{
  const imaging::ImageStack* stack = nullptr;  ///< nullptr when there are no images
  std::optional<int> slice;
  std::vector<std::string> warnings;
};

/// Finds the stack and slice that a caliper lies on: the closest slice plane among stacks that contain both ends.
/// Failure MaskUnusable when there are images and none contains the line.
Result<CaliperSite> find_site(const LinePrompt& line, const std::vector<const imaging::ImageStack*>& stacks);

/// The stack that tumours are best outlined on among those that contain the point and may be measured, else among all that contain it.
/// Failure MaskUnusable as above.
Result<CaliperSite> find_site(PatientPoint point, const std::vector<const imaging::ImageStack*>& stacks);
}  // namespace nadir::measure
