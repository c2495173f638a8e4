#pragma once

#include <string>
#include <vector>

#include "imaging/dicom/study.h"
#include "report/dicom_object/dicom_data_set.h"
#include "report/dicom_object/image_reference.h"

namespace nadir::report
{
/// Pixel Measures and Plane Orientation of a stack, as functional groups that all frames share. The stack has a geometry.
void add_stack_geometry(DicomDataSet& groups, const imaging::ImageStack& stack);

/// Plane Position of one slice: the position of the source image itself.
void add_plane_position(DicomDataSet& groups, const imaging::SliceSource& slice);

/// Derivation Image: the frame was derived from these images, voxel by voxel in the same place.
void add_source_images(DicomDataSet& groups, const std::vector<ImageReference>& images, const CodedConcept& derivation);

/// One index of Multi-frame Dimension.
struct DimensionIndex
{
  std::string organization;
  Tag pointer;
  Tag functional_group;
  std::string label;
};
void add_dimension(DicomDataSet& object, const DimensionIndex& index);
}  // namespace nadir::report
