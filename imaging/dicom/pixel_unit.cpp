#include "imaging/dicom/pixel_unit.h"

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/display_text.h"
#include "imaging/dicom/frame_levels.h"
#include "imaging/dicom/tags.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
constexpr std::string_view adc_unit = "1e-6 mm2/s";

std::string without_blanks(std::string text)
{
  std::erase(text, ' ');
  return text;
}

bool says_micro_square_millimeters(const std::string& unit)
{
  const auto plain = without_blanks(upper_case(unit));
  for (const std::string_view known :
       {"10^-6MM^2/S", "10-6MM2/S", "1E-6MM2/S", "1E-6MM^2/S", "X10-6MM2/S", "10^-6MM2/S", "10E-6MM2/S", "UM2/S", "UM^2/S"})
    if (plain == known) return true;
  return false;
}

bool is_square_millimeters(const std::string& unit)
{
  const auto plain = without_blanks(upper_case(unit));
  return plain == "MM2/S" || plain == "MM^2/S";
}

/// A mapping to mm2/s whose slope is the rescale slope times 1e-6 says the same as a rescale to 1e-6 mm2/s.
bool maps_to_adc(const FrameLevels& levels, const Rescale& rescale)
{
  const auto* level = levels.is_enhanced() ? levels.group(tags::real_world_value_mapping_sequence) : nullptr;
  const auto items = levels.root().items(tags::real_world_value_mapping_sequence);
  if (level == nullptr && !items.empty()) level = &items.front();
  if (level == nullptr) return false;
  const auto units = level->items(tags::measurement_units_code_sequence);
  const auto slope = number(*level, tags::real_world_value_slope, NumberVr::FD);
  if (units.empty() || !slope) return false;
  const auto code = units.front().text(tags::code_value);
  const double factor = says_micro_square_millimeters(code) ? 1.0 : is_square_millimeters(code) ? 1e6 : 0.0;
  return factor > 0.0 && std::abs(*slope * factor - rescale.slope) <= 1e-6 * rescale.slope;
}

bool documents_adc_unit(const std::string& manufacturer)
{
  return manufacturer.find("SIEMENS") != std::string::npos || manufacturer.starts_with("GE ") ||
         manufacturer.find("TOSHIBA") != std::string::npos || manufacturer.find("CANON") != std::string::npos;
}
}  // namespace

bool is_adc_image_type(std::string_view image_type)
{
  return has_value(image_type, "ADC") || has_value(image_type, "ADC_UNSPECIFIED") || has_value(image_type, "ADC MAP");
}

std::string unit_of(const ImageFrame& frame)
{
  const FrameLevels levels(frame.object->file->data(), frame.index);
  const auto type = levels.level_of(tags::pixel_value_transformation_sequence, tags::rescale_type).text(tags::rescale_type);
  if (frame.object->modality == "CT") return type.empty() || type == "HU" ? "HU" : "";
  if (says_micro_square_millimeters(type) || maps_to_adc(levels, frame.rescale)) return std::string(adc_unit);
  const bool plain_scale = frame.rescale.slope == 1.0 && frame.rescale.intercept == 0.0;
  if (is_adc_image_type(frame.contrast.image_type) && plain_scale && documents_adc_unit(frame.object->manufacturer))
    return std::string(adc_unit);
  return "";
}
}  // namespace nadir::imaging
