#include "tests/support/image_stacks.h"

namespace nadir::testing
{
imaging::ImageStack axial_stack_at(const std::string& id, imaging::SequenceType sequence, PatientPoint origin)
{
  imaging::ImageStack stack;
  stack.id = id;
  stack.series = SeriesUid{"1.2." + id};
  stack.sequence.type = sequence;
  stack.geometry = ImageGeometry::make({64, 64, 10}, {1, 1, 5}, origin, {}).value();
  stack.certificate.uniform = true;
  stack.certificate.slices = 10;
  stack.certificate.slice_spacing = Millimeters{5};
  stack.certificate.slice_thickness = Millimeters{4};
  for (int k = 0; k < 10; ++k)
  {
    imaging::SliceSource slice;
    slice.sop_instance = SopInstanceUid{"1.2." + id + "." + std::to_string(k)};
    slice.position = stack.geometry->voxel_to_patient(VoxelIndex{0, 0, k});
    stack.slices.push_back(slice);
  }
  return stack;
}

imaging::ImageStack axial_stack(const std::string& id, imaging::SequenceType sequence) { return axial_stack_at(id, sequence, {0, 0, 0}); }
}  // namespace nadir::testing
