#include "imaging/dicom/frame_contrast.h"

#include <cmath>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/tags.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr std::string_view siemens_creator = "SIEMENS MR HEADER";
constexpr std::string_view philips_creator = "Philips Imaging DD 001";
constexpr std::string_view philips_mr_creator = "Philips MR Imaging DD 001";
constexpr std::string_view ge_acquisition_creator = "GEMS_ACQU_01";
constexpr std::string_view ge_parameter_creator = "GEMS_PARM_01";
/// GE adds multiples of this to b-values of some sequences.
constexpr double ge_b_value_flag = 1e6;
constexpr double largest_b_value = 1e5;

using Direction = std::array<double, 3>;

std::optional<double> plausible_b(std::optional<double> value)
{
  return value && *value >= 0.0 && *value <= largest_b_value ? value : std::nullopt;
}

std::optional<double> standard_b(const FrameLevels& levels)
{
  const auto& level = levels.level_of(tags::mr_diffusion_sequence, tags::diffusion_b_value);
  if (const auto value = plausible_b(number(level, tags::diffusion_b_value, NumberVr::FD))) return value;
  return std::nullopt;
}

std::optional<double> private_number(const DataSet& data, std::string_view creator, Tag element, NumberVr vr)
{
  const auto tag = private_tag(data, element.group, creator, static_cast<std::uint8_t>(element.element));
  return tag ? number(data, *tag, vr) : std::nullopt;
}

std::optional<double> ge_b(const DataSet& data)
{
  const auto value = private_number(data, ge_parameter_creator, {0x0043, 0x39}, NumberVr::IS);
  return value ? plausible_b(std::fmod(std::abs(*value), ge_b_value_flag)) : std::nullopt;
}

/// Siemens writes "*ep_b800t" or "ep_b50#3" where it gives no b-value attribute.
std::optional<double> siemens_b_by_name(const DataSet& data)
{
  const auto name = data.text(tags::sequence_name);
  const auto at = name.find("ep_b");
  if (at == std::string::npos) return std::nullopt;
  const auto digits = name.substr(at + 4, name.find_first_not_of("0123456789", at + 4) - (at + 4));
  return plausible_b(parse_number(digits));
}

std::optional<double> private_b(const DataSet& data)
{
  if (const auto siemens = plausible_b(private_number(data, siemens_creator, {0x0019, 0x0C}, NumberVr::IS))) return siemens;
  if (const auto ge = ge_b(data)) return ge;
  if (const auto philips = plausible_b(private_number(data, philips_creator, {0x2001, 0x03}, NumberVr::FL))) return philips;
  return siemens_b_by_name(data);
}

std::optional<Direction> direction_of(const std::optional<std::vector<double>>& values)
{
  if (!values || values->size() != 3) return std::nullopt;
  const Direction direction{(*values)[0], (*values)[1], (*values)[2]};
  const double length = std::hypot(direction[0], direction[1], direction[2]);
  return length > 0.1 ? std::optional(direction) : std::nullopt;
}

std::optional<Direction> standard_gradient(const FrameLevels& levels)
{
  const auto& diffusion = levels.level_of(tags::mr_diffusion_sequence, tags::diffusion_gradient_direction_sequence);
  const auto items = diffusion.items(tags::diffusion_gradient_direction_sequence);
  const auto& level = items.empty() ? levels.level_of(tags::mr_diffusion_sequence, tags::diffusion_gradient_orientation) : items.front();
  return direction_of(numbers(level, tags::diffusion_gradient_orientation, NumberVr::FD, 3));
}

std::optional<Direction> three_private_numbers(const DataSet& data, std::string_view creator, Tag first, NumberVr vr)
{
  std::vector<double> values;
  for (std::uint16_t n = 0; n < 3; ++n)
    if (const auto value = private_number(data, creator, {first.group, static_cast<std::uint16_t>(first.element + n)}, vr))
      values.push_back(*value);
  return direction_of(values);
}

std::optional<Direction> siemens_gradient(const DataSet& data)
{
  const auto tag = private_tag(data, 0x0019, siemens_creator, 0x0E);
  return tag ? direction_of(numbers(data, *tag, NumberVr::FD, 3)) : std::nullopt;
}

std::optional<Direction> gradient_of(const FrameLevels& levels)
{
  if (const auto standard = standard_gradient(levels)) return standard;
  if (levels.is_enhanced()) return std::nullopt;
  const auto& data = levels.root();
  if (const auto siemens = siemens_gradient(data)) return siemens;
  if (const auto ge = three_private_numbers(data, ge_acquisition_creator, {0x0019, 0xBB}, NumberVr::DS)) return ge;
  return three_private_numbers(data, philips_mr_creator, {0x2005, 0xB0}, NumberVr::FL);
}

std::string ge_component(const DataSet& data)
{
  const auto value = private_number(data, ge_parameter_creator, {0x0043, 0x2F}, NumberVr::SS);
  if (!value || *value < 0.0 || *value > 3.0) return "";
  constexpr std::array<std::string_view, 4> names{"MAGNITUDE", "PHASE", "REAL", "IMAGINARY"};
  return std::string(names[static_cast<std::size_t>(*value)]);
}

const DataSet* frame_type_level(const FrameLevels& levels)
{
  for (const auto group : {tags::mr_image_frame_type_sequence, tags::ct_image_frame_type_sequence})
    if (const auto* level = levels.group(group); level != nullptr && level->contains(tags::frame_type)) return level;
  return nullptr;
}

std::string image_type_of(const FrameLevels& levels)
{
  const auto* frame_level = levels.is_enhanced() ? frame_type_level(levels) : nullptr;
  auto type = frame_level != nullptr ? code_text(*frame_level, tags::frame_type) : code_text(levels.root(), tags::image_type);
  auto component = frame_level != nullptr ? code_text(*frame_level, tags::complex_image_component) : ge_component(levels.root());
  if (!component.empty()) type += "\\" + component;
  return type;
}

std::optional<double> first_of(std::optional<double> a, std::optional<double> b) { return a ? a : b; }

std::optional<double> echo_time_of(const FrameLevels& levels)
{
  const auto& level = levels.level_of(tags::mr_echo_sequence, tags::effective_echo_time);
  return first_of(number(level, tags::effective_echo_time, NumberVr::FD), number(levels.root(), tags::echo_time, NumberVr::DS));
}

std::optional<double> inversion_time_of(const FrameLevels& levels)
{
  const auto& level = levels.level_of(tags::mr_modifier_sequence, tags::inversion_times);
  const auto time = first_of(number(level, tags::inversion_times, NumberVr::FD), number(levels.root(), tags::inversion_time, NumberVr::DS));
  return time && *time > 0.0 ? time : std::nullopt;
}

std::optional<double> timing_number(const FrameLevels& levels, Tag tag)
{
  return number(levels.level_of(tags::mr_timing_sequence, tag), tag, NumberVr::DS);
}
}  // namespace

FrameContrast read_contrast(const FrameLevels& levels)
{
  FrameContrast contrast;
  contrast.image_type = image_type_of(levels);
  contrast.b_value = standard_b(levels);
  if (!contrast.b_value && !levels.is_enhanced()) contrast.b_value = private_b(levels.root());
  contrast.directionality =
      code_text(levels.level_of(tags::mr_diffusion_sequence, tags::diffusion_directionality), tags::diffusion_directionality);
  if (contrast.b_value && *contrast.b_value > 0.0) contrast.gradient = gradient_of(levels);
  contrast.echo_time = echo_time_of(levels);
  contrast.inversion_time = inversion_time_of(levels);
  contrast.repetition_time = timing_number(levels, tags::repetition_time);
  contrast.flip_angle = timing_number(levels, tags::flip_angle);
  contrast.echo_number = code_text(levels.root(), tags::echo_numbers);
  if (levels.is_enhanced()) contrast.stack_id = code_text(levels.level_of(tags::frame_content_sequence, tags::stack_id), tags::stack_id);
  return contrast;
}
}  // namespace nadir::imaging
