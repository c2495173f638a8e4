#include <cmath>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/description_words.h"
#include "imaging/dicom/display_text.h"
#include "imaging/dicom/frame_levels.h"
#include "imaging/dicom/tags.h"
#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "measure/comparability/acquisition.h"

namespace nadir::measure
{
namespace
{
using namespace imaging;

constexpr Tag bolus_start_time{0x0018, 0x1042};
constexpr Tag pixel_bandwidth{0x0018, 0x0095};
constexpr Tag receive_coil_name{0x0018, 0x1250};
constexpr Tag receive_coil_sequence{0x0018, 0x9042};
constexpr Tag in_plane_phase_encoding{0x0018, 0x1312};
constexpr Tag fov_geometry_sequence{0x0018, 0x9125};
constexpr Tag patient_position_tag{0x0018, 0x5100};

std::optional<double> number_at(const FrameLevels& levels, Tag group, Tag tag, NumberVr vr)
{
  return number(levels.level_of(group, tag), tag, vr);
}

/// Seconds of a day of a DICOM TM, "" or anything else is unknown.
std::optional<double> seconds_of(const std::string& time)
{
  if (time.size() < 6) return std::nullopt;
  const auto hours = parse_number(time.substr(0, 2)), minutes = parse_number(time.substr(2, 2)), seconds = parse_number(time.substr(4));
  if (!hours || !minutes || !seconds) return std::nullopt;
  return 3600.0 * *hours + 60.0 * *minutes + *seconds;
}

/// Injections are followed within two hours; anything else is a wrong clock.
std::optional<double> minutes_between(const std::optional<double>& from, const std::optional<double>& to)
{
  if (!from || !to) return std::nullopt;
  const double minutes = (*to - *from) / 60.0;
  return minutes >= 0.0 && minutes <= 120.0 ? std::optional(minutes) : std::nullopt;
}

FatSuppression fat_suppression_of(const FrameLevels& levels, const ImageStack& stack)
{
  const auto options = code_text(levels.root(), tags::scan_options);
  const auto spectral =
      code_text(levels.level_of(tags::mr_modifier_sequence, tags::spectrally_selected_suppression), tags::spectrally_selected_suppression);
  const DescriptionWords words(stack.series_description);
  const bool by_options = ("\\" + options + "\\").find("\\FS\\") != std::string::npos || options.find("FAT_SAT") != std::string::npos ||
                          options.find("FATSAT") != std::string::npos;
  if (by_options || spectral.find("FAT") != std::string::npos || words.says_fat_suppression() || words.says_stir())
    return FatSuppression::On;
  if (stack.sequence.type == SequenceType::T2FatSaturated) return FatSuppression::On;
  const bool says_what_it_used = levels.root().contains(tags::scan_options) || !spectral.empty();
  return says_what_it_used ? FatSuppression::Off : FatSuppression::Unknown;
}

std::optional<bool> contrast_of(const FrameLevels& levels, const ImageStack& stack)
{
  if (stack.sequence.type == SequenceType::T1PostContrast) return true;
  if (stack.sequence.type == SequenceType::T1) return false;
  const bool agent =
      !levels.root().text(tags::contrast_bolus_agent).empty() || !levels.root().items(tags::contrast_bolus_agent_sequence).empty();
  return agent ? std::optional(true) : std::nullopt;
}

PhaseDirection phase_of(const FrameLevels& levels)
{
  const auto text = code_text(levels.level_of(fov_geometry_sequence, in_plane_phase_encoding), in_plane_phase_encoding);
  if (text == "ROW") return PhaseDirection::AlongRows;
  if (text == "COL" || text == "COLUMN") return PhaseDirection::AlongColumns;
  return PhaseDirection::Unknown;
}

std::string shown(const DataSet& data, Tag tag) { return utf8_text(data.text(tag), data.texts(tags::specific_character_set)); }

void read_attributes(const FrameLevels& levels, const ImageStack& stack, Acquisition& acquisition)
{
  const auto& root = levels.root();
  acquisition.field_strength = number(root, tags::magnetic_field_strength, levels.is_enhanced() ? NumberVr::FD : NumberVr::DS);
  acquisition.echo_time = number_at(levels, tags::mr_echo_sequence, tags::effective_echo_time, NumberVr::FD);
  if (!acquisition.echo_time) acquisition.echo_time = number(root, tags::echo_time, NumberVr::DS);
  acquisition.repetition_time = number_at(levels, tags::mr_timing_sequence, tags::repetition_time, NumberVr::DS);
  acquisition.pixel_bandwidth =
      number_at(levels, tags::mr_imaging_modifier_sequence, pixel_bandwidth, levels.is_enhanced() ? NumberVr::FD : NumberVr::DS);
  acquisition.fat_suppression = fat_suppression_of(levels, stack);
  acquisition.contrast_given = contrast_of(levels, stack);
  acquisition.minutes_after_contrast =
      minutes_between(seconds_of(root.text(bolus_start_time)), seconds_of(root.text(tags::acquisition_time)));
  acquisition.phase = phase_of(levels);
  acquisition.manufacturer = upper_case(shown(root, tags::manufacturer));
  acquisition.coil = upper_case(shown(levels.level_of(receive_coil_sequence, receive_coil_name), receive_coil_name));
  acquisition.patient_position = upper_case(root.text(patient_position_tag));
}
} // namespace

Acquisition read_acquisition(const ImageStack& stack)
{
  NADIR_EXPECTS(stack.geometry.has_value());
  const auto& geometry = *stack.geometry;
  Acquisition acquisition;
  acquisition.stack_id = stack.id;
  acquisition.sequence = stack.sequence.type;
  acquisition.b_value = stack.sequence.b_value;
  acquisition.plane = stack.certificate.plane;
  acquisition.normal = geometry.axes().k;
  acquisition.pixel_row = geometry.spacing().j;
  acquisition.pixel_column = geometry.spacing().i;
  acquisition.field_of_view_row = geometry.size().i * geometry.spacing().i;
  acquisition.field_of_view_column = geometry.size().j * geometry.spacing().j;
  if (stack.certificate.slice_thickness) acquisition.thickness = stack.certificate.slice_thickness->value();
  if (stack.certificate.slice_spacing) acquisition.spacing = stack.certificate.slice_spacing->value();
  acquisition.slices = geometry.size().k;
  if (stack.slices.empty()) return acquisition;
  const auto& middle = stack.slices[stack.slices.size() / 2];
  if (middle.file) read_attributes(FrameLevels(middle.file->data(), middle.frame), stack, acquisition);
  return acquisition;
}
} // namespace nadir::measure
