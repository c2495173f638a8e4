#include <cmath>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/contrast_agent.h"
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
constexpr Tag spectrally_selected_excitation{0x0018, 0x9026};
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

bool says_by_options(const std::string& options)
{
  const auto all = "\\" + options + "\\";
  return all.find("\\FS\\") != std::string::npos || options.find("FAT_SAT") != std::string::npos ||
         options.find("FATSAT") != std::string::npos || options.find("FAT SAT") != std::string::npos;
}

/// A water image of a Dixon series, or excitation of water alone: fat is dark without being suppressed by name.
bool shows_water_alone(const FrameLevels& levels)
{
  const auto image_type = "\\" + code_text(levels.root(), tags::image_type) + "\\";
  return image_type.find("\\W\\") != std::string::npos || image_type.find("\\WATER\\") != std::string::npos ||
         code_text(levels.level_of(tags::mr_modifier_sequence, spectrally_selected_excitation), spectrally_selected_excitation) == "WATER";
}

/// Off only where the file lists what it used: an empty list is no answer.
FatSuppression fat_suppression_of(const FrameLevels& levels, const ImageStack& stack)
{
  const auto options = code_text(levels.root(), tags::scan_options);
  const auto spectral =
      code_text(levels.level_of(tags::mr_modifier_sequence, tags::spectrally_selected_suppression), tags::spectrally_selected_suppression);
  const DescriptionWords words(stack.series_description);
  if (says_by_options(options) || spectral.find("FAT") != std::string::npos || shows_water_alone(levels) || words.says_fat_suppression() ||
      words.says_stir() || stack.sequence.type == SequenceType::T2FatSaturated)
    return FatSuppression::On;
  return options.empty() && spectral.empty() ? FatSuppression::Unknown : FatSuppression::Off;
}

/// The sequence was recognised as T1 after contrast from all there is; else what the files and the description say, if they agree.
/// A contrast agent that nobody typed in is no proof that none was given.
std::optional<bool> contrast_of(const FrameLevels& levels, const ImageStack& stack)
{
  if (stack.sequence.type == SequenceType::T1PostContrast) return true;
  const auto agent = contrast_agent_of(levels);
  const DescriptionWords words(stack.series_description);
  const bool is_said = agent == ContrastAgent::Given || words.says_post_contrast();
  const bool is_denied = agent == ContrastAgent::NotGiven || words.says_pre_contrast();
  return is_said == is_denied ? std::nullopt : std::optional(is_said);
}

/// Some old scanners write gauss.
std::optional<double> field_strength_of(const FrameLevels& levels)
{
  constexpr double strongest = 25.0, weakest_in_gauss = 100.0, gauss_per_tesla = 10000.0;
  const auto value = number(levels.root(), tags::magnetic_field_strength, NumberVr::DS);
  if (!value || !(*value > 0.0)) return std::nullopt;
  if (*value < strongest) return value;
  return *value >= weakest_in_gauss ? std::optional(*value / gauss_per_tesla) : std::nullopt;
}

/// Of one pixel; a figure beyond what a receiver gives to a pixel is the whole bandwidth and tells nothing about one.
std::optional<double> bandwidth_of(const FrameLevels& levels)
{
  constexpr double widest = 5000.0;
  const auto value = number_at(levels, tags::mr_imaging_modifier_sequence, pixel_bandwidth, NumberVr::DS);
  return value && *value > 0.0 && *value <= widest ? value : std::nullopt;
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
  acquisition.field_strength = field_strength_of(levels);
  acquisition.echo_time = number_at(levels, tags::mr_echo_sequence, tags::effective_echo_time, NumberVr::FD);
  if (!acquisition.echo_time) acquisition.echo_time = number(root, tags::echo_time, NumberVr::DS);
  acquisition.repetition_time = number_at(levels, tags::mr_timing_sequence, tags::repetition_time, NumberVr::DS);
  acquisition.pixel_bandwidth = bandwidth_of(levels);
  acquisition.fat_suppression = fat_suppression_of(levels, stack);
  acquisition.contrast_given = contrast_of(levels, stack);
  acquisition.minutes_after_contrast =
      minutes_between(seconds_of(root.text(bolus_start_time)), seconds_of(root.text(tags::acquisition_time)));
  acquisition.phase = phase_of(levels);
  acquisition.manufacturer = upper_case(shown(root, tags::manufacturer));
  acquisition.coil = upper_case(shown(levels.level_of(receive_coil_sequence, receive_coil_name), receive_coil_name));
  acquisition.patient_position = upper_case(root.text(patient_position_tag));
}
}  // namespace

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
}  // namespace nadir::measure
