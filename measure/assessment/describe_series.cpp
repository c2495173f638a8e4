#include "measure/assessment/describe_series.h"

#include "imaging/units/number_text.h"

namespace nadir::measure
{
namespace
{
using imaging::GeometryCertificate;
using imaging::ImageStack;

std::string millimeters(Millimeters length) { return format_fixed(length.value(), 3) + " mm"; }
std::string millimeters(const std::optional<Millimeters>& length) { return length ? millimeters(*length) : "not stated"; }

/// Free text of a scanner may hold a name: the clue says what it meant, not what it said.
bool is_free_text(const std::string& attribute)
{
  return attribute.find("Description") != std::string::npos || attribute.find("ProtocolName") != std::string::npos ||
         attribute.find("Comments") != std::string::npos;
}

std::string sequence_name(const ImageStack& stack)
{
  const std::string name{name_of(stack.sequence.type)};
  return stack.sequence.b_value ? name + " b " + format_number(*stack.sequence.b_value) : name;
}

std::vector<std::pair<std::string, std::string>> certificate_lines(const GeometryCertificate& certificate)
{
  return {{"spacing comes from", std::string(name_of(certificate.spacing_source))},
          {"row spacing", millimeters(certificate.pixel_spacing_row)},
          {"column spacing", millimeters(certificate.pixel_spacing_column)},
          {"slice spacing", millimeters(certificate.slice_spacing)},
          {"slice thickness", millimeters(certificate.slice_thickness)},
          {"gap", millimeters(certificate.gap)},
          {"declared slice spacing (never used)", millimeters(certificate.declared_slice_spacing)},
          {"largest deviation of a step", millimeters(certificate.largest_step_deviation)},
          {"largest sideways drift", millimeters(certificate.largest_in_plane_drift)},
          {"slices", std::to_string(certificate.slices)},
          {"missing slices", std::to_string(certificate.missing_slices)},
          {"duplicate slices", std::to_string(certificate.duplicate_slices)},
          {"uniform", certificate.uniform ? "yes" : "no"},
          {"plane", std::string(name_of(certificate.plane))},
          {"obliquity", format_fixed(certificate.obliquity_degrees, 1) + " degrees"},
          {"laterality", certificate.laterality.empty() ? "not stated" : certificate.laterality}};
}
}  // namespace

SeriesAssessment describe_series(const ImageStack& stack)
{
  SeriesAssessment series;
  series.series = stack.series;
  series.stack_id = stack.id;
  series.sequence = sequence_name(stack);
  series.plane = std::string(name_of(stack.certificate.plane));
  series.measurable = stack.certificate.is_measurable();
  series.certificate = certificate_lines(stack.certificate);
  for (const auto& remark : stack.certificate.remarks) series.remarks.emplace_back(name_of(remark.severity), remark.text);
  for (const auto& clue : stack.sequence.clues)
    series.sequence_clues.emplace_back(clue.attribute + (is_free_text(clue.attribute) ? "" : " = " + clue.value), clue.meaning);
  return series;
}
}  // namespace nadir::measure
