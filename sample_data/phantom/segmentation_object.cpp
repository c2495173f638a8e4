#include "sample_data/phantom/segmentation_object.h"

#include <algorithm>
#include <array>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "sample_data/phantom/common_modules.h"
#include "sample_data/phantom/dicom_tags.h"
#include "sample_data/phantom/dicom_text.h"
#include "sample_data/phantom/uid.h"

namespace nadir::phantom
{
namespace
{
using Labels = std::span<const std::uint8_t>;

Labels slice_of(Labels labels, GridSize size, int k)
{
  const auto count = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  return labels.subspan(static_cast<std::size_t>(k) * count, count);
}

std::vector<int> occupied_slices(Labels labels, GridSize size)
{
  std::vector<int> slices;
  for (int k = 0; k < size.k; ++k)
  {
    const auto slice = slice_of(labels, size, k);
    if (std::any_of(slice.begin(), slice.end(), [](std::uint8_t label) { return label != 0; })) slices.push_back(k);
  }
  return slices;
}

void put_image(DicomItem item, const MrSeries& source, std::size_t frames)
{
  item.text(tags::sop_class_uid, segmentation_storage);
  item.text(tags::image_type, "DERIVED\\PRIMARY");
  item.text(tags::content_date, source.examination.date);
  item.text(tags::content_time, slice_time(source, 0));
  item.text(tags::content_label, "LESION");
  item.text(tags::content_description, "");
  item.text(tags::content_creator_name, "");
  item.text(tags::frame_of_reference_uid, source.examination.frame_of_reference_uid);
  item.text(tags::position_reference_indicator, "");
  item.text(tags::lossy_image_compression, "00");
  item.text(tags::segmentation_type, "BINARY");
  item.text(tags::number_of_frames, std::to_string(frames));
  item.text(tags::body_part_examined, "THIGH");
}

void put_bit_format(DicomItem item, GridSize size)
{
  item.number(tags::samples_per_pixel, 1);
  item.text(tags::photometric_interpretation, "MONOCHROME2");
  item.number(tags::rows, static_cast<std::uint16_t>(size.j));
  item.number(tags::columns, static_cast<std::uint16_t>(size.i));
  item.number(tags::bits_allocated, 1);
  item.number(tags::bits_stored, 1);
  item.number(tags::high_bit, 0);
  item.number(tags::pixel_representation, 0);
}

void put_segment(DicomItem item, const std::string& name)
{
  auto segment = item.add_item(tags::segment_sequence);
  segment.number(tags::segment_number, 1);
  segment.text(tags::segment_label, name);
  segment.text(tags::segment_algorithm_type, "MANUAL");
  put_code(segment, tags::segmented_property_category_code_sequence, {"49755003", "SCT", "Morphologically Abnormal Structure"});
  put_code(segment, tags::segmented_property_type_code_sequence, {"86049000", "SCT", "Neoplasm, Primary"});
}

void put_dimensions(DicomItem item, const MrSeries& source)
{
  const auto organization = uid_of(source.uid_stem + "/segmentation dimensions", source.seed);
  item.add_item(tags::dimension_organization_sequence).text(tags::dimension_organization_uid, organization);
  const auto put_index = [&](DicomTag index_pointer, DicomTag group_pointer)
  {
    auto index = item.add_item(tags::dimension_index_sequence);
    index.text(tags::dimension_organization_uid, organization);
    index.pointer(tags::dimension_index_pointer, index_pointer);
    index.pointer(tags::functional_group_pointer, group_pointer);
  };
  put_index(tags::referenced_segment_number, tags::segment_identification_sequence);
  put_index(tags::image_position_patient, tags::plane_position_sequence);
}

void put_referenced_series(DicomItem item, const MrSeries& source, const std::vector<int>& slices)
{
  auto series = item.add_item(tags::referenced_series_sequence);
  series.text(tags::series_instance_uid, source.series_uid);
  for (const int k : slices) put_reference(series, tags::referenced_instance_sequence, mr_image_storage, sop_instance_uid(source, k));
}

void put_shared_groups(DicomItem item, const Acquisition& acquisition)
{
  auto shared = item.add_item(tags::shared_functional_groups_sequence);
  auto measures = shared.add_item(tags::pixel_measures_sequence);
  measures.text(tags::pixel_spacing, pixel_spacing_text(acquisition.grid.spacing()));
  measures.text(tags::slice_thickness, format_number(acquisition.slice_thickness));
  measures.text(tags::spacing_between_slices, format_number(acquisition.grid.spacing().k));
  shared.add_item(tags::plane_orientation_sequence).text(tags::image_orientation_patient, orientation_text(acquisition.grid.axes()));
}

void put_frame(DicomItem item, const MrSeries& source, int k, std::uint32_t position)
{
  auto frame = item.add_item(tags::per_frame_functional_groups_sequence);
  auto derivation = frame.add_item(tags::derivation_image_sequence);
  put_code(derivation, tags::derivation_code_sequence, {"113076", "DCM", "Segmentation"});
  const auto image = put_reference(derivation, tags::source_image_sequence, mr_image_storage, sop_instance_uid(source, k));
  put_code(image, tags::purpose_of_reference_code_sequence, {"121322", "DCM", "Source image for image processing operation"});
  frame.add_item(tags::frame_content_sequence).long_numbers(tags::dimension_index_values, std::array<std::uint32_t, 2>{1, position});
  const auto corner = source.acquisition.grid.voxel_to_patient(VoxelIndex{0, 0, k});
  frame.add_item(tags::plane_position_sequence).text(tags::image_position_patient, point_text(corner));
  frame.add_item(tags::segment_identification_sequence).number(tags::referenced_segment_number, 1);
}
}  // namespace

std::vector<std::uint8_t> packed_bits(std::span<const std::uint8_t> labels)
{
  std::vector<std::uint8_t> bytes((labels.size() + 7) / 8, 0);
  for (std::size_t n = 0; n < labels.size(); ++n)
    if (labels[n] != 0) bytes[n / 8] = static_cast<std::uint8_t>(bytes[n / 8] | (1U << (n % 8)));
  return bytes;
}

Result<Done> write_segmentation(const std::filesystem::path& path, const MrSeries& source, std::span<const std::uint8_t> labels,
                                const std::string& name)
{
  const auto size = source.acquisition.grid.size();
  const auto slices = occupied_slices(labels, size);
  NADIR_EXPECTS(labels.size() == size.voxels() && !slices.empty());
  DicomObject object;
  auto item = object.root();
  put_patient_and_study(item, source.examination);
  put_derived_series(item, source, "SEG", name + " segmentation");
  put_image(item, source, slices.size());
  put_bit_format(item, size);
  put_segment(item, name);
  put_dimensions(item, source);
  put_referenced_series(item, source, slices);
  put_shared_groups(item, source.acquisition);
  std::vector<std::uint8_t> kept;
  for (std::size_t n = 0; n < slices.size(); ++n)
  {
    put_frame(item, source, slices[n], static_cast<std::uint32_t>(n + 1));
    const auto slice = slice_of(labels, size, slices[n]);
    kept.insert(kept.end(), slice.begin(), slice.end());
  }
  item.bytes(tags::pixel_data, packed_bits(kept));
  return object.save(path);
}
}  // namespace nadir::phantom
