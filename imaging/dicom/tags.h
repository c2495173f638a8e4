#pragma once

#include "imaging/gate/tag.h"

/// Attributes that a scan reads, under the names of DICOM PS3.6.
namespace nadir::imaging::tags
{
inline constexpr Tag media_storage_sop_class{0x0002, 0x0002};
inline constexpr Tag media_storage_sop_instance{0x0002, 0x0003};
inline constexpr Tag directory_record_sequence{0x0004, 0x1220};
inline constexpr Tag referenced_file_id{0x0004, 0x1500};

inline constexpr Tag specific_character_set{0x0008, 0x0005};
inline constexpr Tag image_type{0x0008, 0x0008};
inline constexpr Tag sop_class{0x0008, 0x0016};
inline constexpr Tag sop_instance{0x0008, 0x0018};
inline constexpr Tag study_date{0x0008, 0x0020};
inline constexpr Tag series_date{0x0008, 0x0021};
inline constexpr Tag acquisition_date{0x0008, 0x0022};
inline constexpr Tag content_date{0x0008, 0x0023};
inline constexpr Tag acquisition_date_time{0x0008, 0x002A};
inline constexpr Tag study_time{0x0008, 0x0030};
inline constexpr Tag series_time{0x0008, 0x0031};
inline constexpr Tag acquisition_time{0x0008, 0x0032};
inline constexpr Tag content_time{0x0008, 0x0033};
inline constexpr Tag modality{0x0008, 0x0060};
inline constexpr Tag manufacturer{0x0008, 0x0070};
inline constexpr Tag code_value{0x0008, 0x0100};
inline constexpr Tag code_meaning{0x0008, 0x0104};
inline constexpr Tag series_description{0x0008, 0x103E};
inline constexpr Tag anatomic_region_sequence{0x0008, 0x2218};
inline constexpr Tag frame_type{0x0008, 0x9007};
inline constexpr Tag complex_image_component{0x0008, 0x9208};
inline constexpr Tag acquisition_contrast{0x0008, 0x9209};

inline constexpr Tag patient_name{0x0010, 0x0010};
inline constexpr Tag patient_id{0x0010, 0x0020};
inline constexpr Tag issuer_of_patient_id{0x0010, 0x0021};
inline constexpr Tag patient_birth_date{0x0010, 0x0030};
inline constexpr Tag patient_sex{0x0010, 0x0040};

inline constexpr Tag contrast_bolus_agent{0x0018, 0x0010};
inline constexpr Tag contrast_bolus_agent_sequence{0x0018, 0x0012};
inline constexpr Tag contrast_bolus_volume{0x0018, 0x1041};
inline constexpr Tag contrast_bolus_total_dose{0x0018, 0x1044};
inline constexpr Tag body_part_examined{0x0018, 0x0015};
inline constexpr Tag scanning_sequence{0x0018, 0x0020};
inline constexpr Tag sequence_variant{0x0018, 0x0021};
inline constexpr Tag scan_options{0x0018, 0x0022};
inline constexpr Tag mr_acquisition_type{0x0018, 0x0023};
inline constexpr Tag sequence_name{0x0018, 0x0024};
inline constexpr Tag slice_thickness{0x0018, 0x0050};
inline constexpr Tag repetition_time{0x0018, 0x0080};
inline constexpr Tag echo_time{0x0018, 0x0081};
inline constexpr Tag inversion_time{0x0018, 0x0082};
inline constexpr Tag echo_numbers{0x0018, 0x0086};
inline constexpr Tag magnetic_field_strength{0x0018, 0x0087};
inline constexpr Tag spacing_between_slices{0x0018, 0x0088};
inline constexpr Tag echo_train_length{0x0018, 0x0091};
inline constexpr Tag protocol_name{0x0018, 0x1030};
inline constexpr Tag trigger_time{0x0018, 0x1060};
inline constexpr Tag flip_angle{0x0018, 0x1314};
inline constexpr Tag pulse_sequence_name{0x0018, 0x9005};
inline constexpr Tag mr_imaging_modifier_sequence{0x0018, 0x9006};
inline constexpr Tag echo_pulse_sequence{0x0018, 0x9008};
inline constexpr Tag inversion_recovery{0x0018, 0x9009};
inline constexpr Tag echo_planar_pulse_sequence{0x0018, 0x9018};
inline constexpr Tag spectrally_selected_suppression{0x0018, 0x9025};
inline constexpr Tag frame_acquisition_date_time{0x0018, 0x9074};
inline constexpr Tag diffusion_directionality{0x0018, 0x9075};
inline constexpr Tag diffusion_gradient_direction_sequence{0x0018, 0x9076};
inline constexpr Tag inversion_times{0x0018, 0x9079};
inline constexpr Tag effective_echo_time{0x0018, 0x9082};
inline constexpr Tag diffusion_b_value{0x0018, 0x9087};
inline constexpr Tag diffusion_gradient_orientation{0x0018, 0x9089};
inline constexpr Tag mr_timing_sequence{0x0018, 0x9112};
inline constexpr Tag mr_echo_sequence{0x0018, 0x9114};
inline constexpr Tag mr_modifier_sequence{0x0018, 0x9115};
inline constexpr Tag mr_diffusion_sequence{0x0018, 0x9117};
inline constexpr Tag cardiac_synchronization_sequence{0x0018, 0x9118};
inline constexpr Tag mr_image_frame_type_sequence{0x0018, 0x9226};
inline constexpr Tag rf_echo_train_length{0x0018, 0x9240};
inline constexpr Tag ct_image_frame_type_sequence{0x0018, 0x9329};
inline constexpr Tag nominal_cardiac_trigger_delay{0x0020, 0x9153};

inline constexpr Tag study_instance{0x0020, 0x000D};
inline constexpr Tag series_instance{0x0020, 0x000E};
inline constexpr Tag series_number{0x0020, 0x0011};
inline constexpr Tag acquisition_number{0x0020, 0x0012};
inline constexpr Tag instance_number{0x0020, 0x0013};
inline constexpr Tag image_position{0x0020, 0x0032};
inline constexpr Tag image_orientation{0x0020, 0x0037};
inline constexpr Tag frame_of_reference{0x0020, 0x0052};
inline constexpr Tag laterality{0x0020, 0x0060};
inline constexpr Tag image_laterality{0x0020, 0x0062};
inline constexpr Tag temporal_position_identifier{0x0020, 0x0100};
inline constexpr Tag images_in_acquisition{0x0020, 0x1002};
inline constexpr Tag stack_id{0x0020, 0x9056};
inline constexpr Tag frame_anatomy_sequence{0x0020, 0x9071};
inline constexpr Tag frame_laterality{0x0020, 0x9072};
inline constexpr Tag frame_content_sequence{0x0020, 0x9111};
inline constexpr Tag plane_position_sequence{0x0020, 0x9113};
inline constexpr Tag plane_orientation_sequence{0x0020, 0x9116};
inline constexpr Tag temporal_position_index{0x0020, 0x9128};
inline constexpr Tag frame_acquisition_number{0x0020, 0x9156};

inline constexpr Tag pixel_spacing{0x0028, 0x0030};
inline constexpr Tag rescale_intercept{0x0028, 0x1052};
inline constexpr Tag rescale_slope{0x0028, 0x1053};
inline constexpr Tag rescale_type{0x0028, 0x1054};
inline constexpr Tag modality_lut_sequence{0x0028, 0x3000};
inline constexpr Tag pixel_measures_sequence{0x0028, 0x9110};
inline constexpr Tag pixel_value_transformation_sequence{0x0028, 0x9145};
inline constexpr Tag measurement_units_code_sequence{0x0040, 0x08EA};
inline constexpr Tag real_world_value_mapping_sequence{0x0040, 0x9096};
inline constexpr Tag real_world_value_intercept{0x0040, 0x9224};
inline constexpr Tag real_world_value_slope{0x0040, 0x9225};
inline constexpr Tag shared_functional_groups{0x5200, 0x9229};
inline constexpr Tag per_frame_functional_groups{0x5200, 0x9230};
}  // namespace nadir::imaging::tags
