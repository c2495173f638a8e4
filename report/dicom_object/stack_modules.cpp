#include "report/dicom_object/stack_modules.h"

#include <array>

#include "imaging/result/expects.h"
#include "report/dicom_object/object_modules.h"
#include "report/dicom_object/object_tags.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

/// Attribute tags have a VR of their own (AT); the bytes are group and element.
void attribute_tag(DicomDataSet& item, Tag tag, Tag value)
{
  std::string bytes;
  for (const auto part : {value.group, value.element})
  {
    bytes += static_cast<char>(static_cast<unsigned char>(part));
    bytes += static_cast<char>(static_cast<unsigned char>(part >> 8));
  }
  item.bytes(tag, "AT", bytes);
}
}  // namespace

void add_stack_geometry(DicomDataSet& groups, const imaging::ImageStack& stack)
{
  NADIR_EXPECTS(stack.geometry.has_value());
  const auto& spacing = stack.geometry->spacing();
  const auto& axes = stack.geometry->axes();
  auto& orientation = groups.add_item(tags::plane_orientation_sequence);
  orientation.decimals(tags::image_orientation,
                       std::array{axes.i.left, axes.i.posterior, axes.i.superior, axes.j.left, axes.j.posterior, axes.j.superior});
  auto& measures = groups.add_item(tags::pixel_measures_sequence);
  measures.decimals(tags::slice_thickness, std::array{stack.certificate.slice_thickness.value_or(Millimeters{spacing.k}).value()});
  if (stack.slices.size() > 1) measures.decimals(tags::spacing_between_slices, std::array{spacing.k});
  measures.decimals(tags::pixel_spacing, std::array{spacing.j, spacing.i});
}

void add_plane_position(DicomDataSet& groups, const imaging::SliceSource& slice)
{
  const auto& position = slice.position;
  groups.add_item(tags::plane_position_sequence)
      .decimals(tags::image_position, std::array{position.left, position.posterior, position.superior});
}

void add_source_images(DicomDataSet& groups, const std::vector<ImageReference>& images, const CodedConcept& derivation)
{
  auto& derived = groups.add_item(tags::derivation_image_sequence);
  derived.code(tags::derivation_code_sequence, derivation);
  for (const auto& image : images)
  {
    auto& source = derived.add_item(tags::source_image_sequence);
    set_reference(source, image);
    source.text(tags::spatial_locations_preserved, "CS", "YES");
    source.code(tags::purpose_of_reference_code_sequence, {"121322", "DCM", "Source image for image processing operation"});
  }
}

void add_dimension(DicomDataSet& object, const DimensionIndex& index)
{
  auto& item = object.add_item(tags::dimension_index_sequence);
  item.text(tags::dimension_organization, "UI", index.organization);
  attribute_tag(item, tags::dimension_index_pointer, index.pointer);
  attribute_tag(item, tags::functional_group_pointer, index.functional_group);
  item.text(tags::dimension_description_label, "LO", index.label);
}
}  // namespace nadir::report
