#pragma once

#include <string>

#include "imaging/dicom/study.h"

namespace nadir::testing
{
/// A measurable axial stack without pixels: 64 x 64 x 10 voxels of 1 x 1 x 5 mm at the origin, slices named PREFIX.0, PREFIX.1, ...
imaging::ImageStack axial_stack(const std::string& id, imaging::SequenceType sequence);

/// The same voxels elsewhere.
imaging::ImageStack axial_stack_at(const std::string& id, imaging::SequenceType sequence, PatientPoint origin);
}  // namespace nadir::testing
