#pragma once

#include <optional>

#include "imaging/dicom/study.h"
#include "measure/lesion/assessment.h"
#include "measure/size/lesion_size.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::measure
{
/// The slice of the longest diameter with caliper, short axis and outline. nullopt without images, or when the pixels cannot be
/// read (the numbers do not depend on them).
std::optional<KeyImage> key_image_of(const segmentation::SegmentedLesion& lesion, const LesionSize& size, const imaging::ImageStack* stack);

/// The same for a lesion measured by caliper.
std::optional<KeyImage> key_image_of(const LesionAssessment& assessment, const imaging::ImageStack* stack);

/// The same with the outline of a mask on the stack's voxels: calipers as drawn, outline as found.
std::optional<KeyImage> key_image_of(const LesionAssessment& assessment, const imaging::ImageStack* stack, const segmentation::Mask& mask);
}  // namespace nadir::measure
