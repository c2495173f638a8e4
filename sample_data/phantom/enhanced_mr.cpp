#include "sample_data/phantom/enhanced_mr.h"

#include <array>
#include <cmath>

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
constexpr double frame_duration_ms = 2000.0;

void put_frame_description(DicomItem item)
{
  item.text(tags::pixel_presentation, "MONOCHROME");
  item.text(tags::volumetric_properties, "VOLUME");
  item.text(tags::volume_based_calculation_technique, "NONE");
  item.text(tags::complex_image_component, "MAGNITUDE");
  item.text(tags::acquisition_contrast, "T2");
}

void put_image(DicomItem item, const MrSeries& series, int frames)
{
  item.text(tags::sop_class_uid, enhanced_mr_image_storage);
  item.text(tags::sop_instance_uid, sop_instance_uid(series, 0));
  item.text(tags::image_type, "ORIGINAL\\PRIMARY\\OTHER\\NONE");
  item.text(tags::instance_number, "1");
  item.text(tags::acquisition_number, "1");
  item.text(tags::acquisition_date_time, series.examination.date + slice_time(series, 0));
  item.text(tags::content_date, series.examination.date);
  item.text(tags::content_time, slice_time(series, 0));
  item.text(tags::number_of_frames, std::to_string(frames));
  item.text(tags::burned_in_annotation, "NO");
  item.text(tags::lossy_image_compression, "00");
  item.text(tags::presentation_lut_shape, "IDENTITY");
  item.text(tags::content_qualification, "RESEARCH");
  item.text(tags::device_serial_number, "1");
  item.text(tags::software_versions, "1");
  item.empty_sequence(tags::acquisition_context_sequence);
  put_frame_description(item);
}

void put_scanner(DicomItem item)
{
  item.text(tags::resonant_nucleus, "1H");
  item.text(tags::kspace_filtering, "NONE");
  item.text(tags::magnetic_field_strength, "1.5");
  item.text(tags::applicable_safety_standard_agency, "IEC");
  item.real(tags::acquisition_duration, 252.0);
}

void put_pulse_sequence(DicomItem item, const PulseSequence& sequence)
{
  item.text(tags::pulse_sequence_name, "*tse2d1_" + std::to_string(sequence.echo_train));
  item.text(tags::mr_acquisition_type, "2D");
  item.text(tags::echo_pulse_sequence, "SPIN");
  item.text(tags::multiple_spin_echo, "NO");
  item.text(tags::multi_planar_excitation, "NO");
  item.text(tags::phase_contrast, "NO");
  item.text(tags::time_of_flight_contrast, "NO");
  item.text(tags::steady_state_pulse_sequence, "NONE");
  item.text(tags::echo_planar_pulse_sequence, "NO");
  item.text(tags::saturation_recovery, "NO");
  item.text(tags::spectrally_selected_suppression, sequence.fat == FatSignal::Suppressed ? "FAT" : "NONE");
  item.text(tags::oversampling_phase, "NONE");
  item.text(tags::geometry_of_kspace_traversal, "RECTILINEAR");
  item.text(tags::segmented_kspace_traversal, "PARTIAL");
  item.text(tags::rectilinear_phase_encode_reordering, "LINEAR");
  item.number(tags::number_of_kspace_trajectories, 1);
}

void put_dimensions(DicomItem item, const MrSeries& series)
{
  const auto organization = uid_of(series.uid_stem + "/dimensions", series.seed);
  item.add_item(tags::dimension_organization_sequence).text(tags::dimension_organization_uid, organization);
  auto index = item.add_item(tags::dimension_index_sequence);
  index.text(tags::dimension_organization_uid, organization);
  index.pointer(tags::dimension_index_pointer, tags::in_stack_position_number);
  index.pointer(tags::functional_group_pointer, tags::frame_content_sequence);
}

void put_timing(DicomItem shared, const PulseSequence& sequence)
{
  auto timing = shared.add_item(tags::mr_timing_and_related_parameters_sequence);
  timing.text(tags::repetition_time, format_number(sequence.repetition_time));
  timing.text(tags::flip_angle, format_number(sequence.flip_angle));
  timing.text(tags::echo_train_length, std::to_string(sequence.echo_train));
  timing.number(tags::rf_echo_train_length, static_cast<std::uint16_t>(sequence.echo_train));
  timing.number(tags::gradient_echo_train_length, 0);
  timing.text(tags::gradient_output_type, "DB_DT");
  timing.real(tags::gradient_output, 20.0);
  auto absorption = timing.add_item(tags::specific_absorption_rate_sequence);
  absorption.text(tags::specific_absorption_rate_definition, "IEC_WHOLE_BODY");
  absorption.real(tags::specific_absorption_rate_value, 1.0);
  auto gradients = timing.add_item(tags::operating_mode_sequence);
  gradients.text(tags::operating_mode_type, "GRADIENT");
  gradients.text(tags::operating_mode, "IEC_NORMAL");
  shared.add_item(tags::mr_echo_sequence).real(tags::effective_echo_time, sequence.echo_time);
  shared.add_item(tags::mr_averages_sequence).real(tags::number_of_averages, 1.0);
}

void put_modifiers(DicomItem shared)
{
  auto modifier = shared.add_item(tags::mr_modifier_sequence);
  modifier.text(tags::inversion_recovery, "NO");
  modifier.text(tags::flow_compensation, "NONE");
  modifier.text(tags::spoiling, "NONE");
  modifier.text(tags::t2_preparation, "NO");
  modifier.text(tags::spectrally_selected_excitation, "NONE");
  modifier.text(tags::spatial_presaturation, "NONE");
  modifier.text(tags::partial_fourier, "NO");
  modifier.text(tags::parallel_acquisition, "NO");
  auto imaging = shared.add_item(tags::mr_imaging_modifier_sequence);
  imaging.text(tags::magnetization_transfer, "NONE");
  imaging.text(tags::blood_signal_nulling, "NO");
  imaging.text(tags::tagging, "NONE");
  imaging.real(tags::transmitter_frequency, 63.68);
  imaging.real(tags::pixel_bandwidth, 180.0);
}

void put_coils(DicomItem shared)
{
  auto receive = shared.add_item(tags::mr_receive_coil_sequence);
  receive.text(tags::receive_coil_name, "FLEX");
  receive.text(tags::receive_coil_manufacturer_name, "Nadir phantom");
  receive.text(tags::receive_coil_type, "SURFACE");
  receive.text(tags::quadrature_receive_coil, "NO");
  auto transmit = shared.add_item(tags::mr_transmit_coil_sequence);
  transmit.text(tags::transmit_coil_name, "BODY");
  transmit.text(tags::transmit_coil_manufacturer_name, "Nadir phantom");
  transmit.text(tags::transmit_coil_type, "BODY");
}

void put_field_of_view(DicomItem shared, GridSize size)
{
  auto view = shared.add_item(tags::mrfov_geometry_sequence);
  view.text(tags::in_plane_phase_encoding_direction, "COLUMN");
  view.number(tags::mr_acquisition_frequency_encoding_steps, static_cast<std::uint16_t>(size.i));
  view.number(tags::mr_acquisition_phase_encoding_steps_in_plane, static_cast<std::uint16_t>(size.j));
  view.text(tags::percent_sampling, "100");
  view.text(tags::percent_phase_field_of_view, "100");
}

void put_values(DicomItem shared, const PulseSequence& sequence)
{
  auto window = shared.add_item(tags::frame_voilut_sequence);
  window.text(tags::window_center, format_number(std::round(0.42 * sequence.signal_scale)));
  window.text(tags::window_width, format_number(std::round(0.84 * sequence.signal_scale)));
  auto rescale = shared.add_item(tags::pixel_value_transformation_sequence);
  rescale.text(tags::rescale_intercept, "0");
  rescale.text(tags::rescale_slope, "1");
  rescale.text(tags::rescale_type, "US");
}

void put_geometry(DicomItem shared, const Acquisition& acquisition)
{
  auto measures = shared.add_item(tags::pixel_measures_sequence);
  measures.text(tags::pixel_spacing, pixel_spacing_text(acquisition.grid.spacing()));
  measures.text(tags::slice_thickness, format_number(acquisition.slice_thickness));
  measures.text(tags::spacing_between_slices, format_number(acquisition.grid.spacing().k));
  shared.add_item(tags::plane_orientation_sequence).text(tags::image_orientation_patient, orientation_text(acquisition.grid.axes()));
}

void put_shared_groups(DicomItem item, const MrSeries& series)
{
  auto shared = item.add_item(tags::shared_functional_groups_sequence);
  put_geometry(shared, series.acquisition);
  auto anatomy = shared.add_item(tags::frame_anatomy_sequence);
  anatomy.text(tags::frame_laterality, "R");
  put_code(anatomy, tags::anatomic_region_sequence, {"68367000", "SCT", "Thigh"});
  auto type = shared.add_item(tags::mr_image_frame_type_sequence);
  type.text(tags::frame_type, "ORIGINAL\\PRIMARY\\OTHER\\NONE");
  put_frame_description(type);
  put_timing(shared, series.sequence);
  put_modifiers(shared);
  put_coils(shared);
  put_field_of_view(shared, series.acquisition.grid.size());
  put_values(shared, series.sequence);
}

void put_frame(DicomItem item, const MrSeries& series, int k)
{
  auto frame = item.add_item(tags::per_frame_functional_groups_sequence);
  auto content = frame.add_item(tags::frame_content_sequence);
  const auto taken = series.examination.date + slice_time(series, k);
  content.number(tags::frame_acquisition_number, 1);
  content.text(tags::frame_reference_date_time, taken);
  content.text(tags::frame_acquisition_date_time, taken);
  content.real(tags::frame_acquisition_duration, frame_duration_ms);
  content.text(tags::stack_id, "1");
  const auto position = static_cast<std::uint32_t>(k + 1);
  content.long_number(tags::in_stack_position_number, position);
  content.long_numbers(tags::dimension_index_values, std::array{position});
  const auto corner = series.acquisition.grid.voxel_to_patient(VoxelIndex{0, 0, k});
  frame.add_item(tags::plane_position_sequence).text(tags::image_position_patient, point_text(corner));
}

std::vector<std::uint16_t> joined(const std::vector<std::vector<std::uint16_t>>& slices)
{
  std::vector<std::uint16_t> pixels;
  for (const auto& slice : slices) pixels.insert(pixels.end(), slice.begin(), slice.end());
  return pixels;
}
}  // namespace

Result<Done> write_enhanced_mr(const std::filesystem::path& path, const MrSeries& series,
                               const std::vector<std::vector<std::uint16_t>>& slices)
{
  NADIR_EXPECTS(!series.sequence.is_diffusion() && series.sequence.contrast == Contrast::None && !slices.empty());
  DicomObject object;
  auto item = object.root();
  const auto frames = static_cast<int>(slices.size());
  put_patient_and_study(item, series.examination);
  put_mr_series(item, series);
  put_image(item, series, frames);
  put_scanner(item);
  put_pulse_sequence(item, series.sequence);
  put_dimensions(item, series);
  put_shared_groups(item, series);
  for (int k = 0; k < frames; ++k) put_frame(item, series, k);
  put_mr_pixel_format(item, series.acquisition.grid.size());
  item.words(tags::pixel_data, joined(slices));
  return object.save(path);
}
}  // namespace nadir::phantom
