#include "imaging/dicom/frame_placement.h"

#include <algorithm>
#include <cmath>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/tags.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr double orthonormal_tolerance = 1e-3;
constexpr double smallest_spacing = 0.01;
constexpr double largest_spacing = 50.0;
/// Far outside any scanner's bore and table: a position like this is a broken number.
constexpr double largest_coordinate = 1e5;

/// One attribute that a frame cannot be placed without.
struct PlacingAttribute
{
  Tag group;
  Tag tag;
  std::string_view name;
  std::size_t count;
};
constexpr PlacingAttribute position_attribute{tags::plane_position_sequence, tags::image_position, "Image Position (Patient)", 3};
constexpr PlacingAttribute orientation_attribute{tags::plane_orientation_sequence, tags::image_orientation, "Image Orientation (Patient)",
                                                 6};
constexpr PlacingAttribute spacing_attribute{tags::pixel_measures_sequence, tags::pixel_spacing, "Pixel Spacing", 2};

class PlacementReader
{
public:
  PlacementReader(const FrameLevels& levels, std::string_view file_name) : levels_(levels), file_name_(file_name) {}

  FramePlacement read()
  {
    read_position();
    read_orientation();
    read_spacing();
    read_thickness();
    return std::move(placement_);
  }

private:
  void read_position()
  {
    const auto values = demand(position_attribute);
    if (values.empty()) return;
    if (std::ranges::any_of(values, [](double v) { return std::abs(v) > largest_coordinate; }))
      return refuse("geometry.bad-position", position_attribute, "lies more than 100 m from the scanner's centre");
    placement_.position = {values[0], values[1], values[2]};
  }

  void read_orientation()
  {
    const auto v = demand(orientation_attribute);
    if (v.empty()) return;
    const PatientVector row{v[0], v[1], v[2]}, column{v[3], v[4], v[5]};
    if (std::abs(norm(row) - 1.0) > orthonormal_tolerance || std::abs(norm(column) - 1.0) > orthonormal_tolerance ||
        std::abs(dot(row, column)) > orthonormal_tolerance)
      return refuse("geometry.bad-orientation", orientation_attribute, "is not a pair of perpendicular unit vectors");
    placement_.row = row;
    placement_.column = column;
  }

  void read_spacing()
  {
    const auto values = demand(spacing_attribute);
    if (values.empty()) return;
    for (const double spacing : values)
      if (spacing < smallest_spacing || spacing > largest_spacing)
        return refuse("geometry.bad-pixel-spacing", spacing_attribute,
                      "is " + format_number(spacing) + " mm, outside " + format_number(smallest_spacing) + " to " +
                          format_number(largest_spacing) + " mm");
    placement_.row_spacing = values[0];
    placement_.column_spacing = values[1];
  }

  void read_thickness()
  {
    placement_.thickness = positive(tags::slice_thickness);
    placement_.declared_spacing = positive(tags::spacing_between_slices);
  }

  std::optional<double> positive(Tag tag) const
  {
    const auto value = number(levels_.level_of(tags::pixel_measures_sequence, tag), tag, NumberVr::DS);
    return value && *value > 0.0 ? value : std::nullopt;
  }

  /// The attribute's numbers, or nothing and a defect. Enhanced objects are never read from the root: a frame without its own
  /// or a shared plane has no place.
  std::vector<double> demand(const PlacingAttribute& attribute)
  {
    const auto* level = levels_.group(attribute.group);
    if (level == nullptr || level->bytes(attribute.tag).empty())
    {
      missing(attribute);
      return {};
    }
    auto values = level->numbers(attribute.tag, NumberVr::DS);
    const auto problem = problem_with(values, attribute);
    if (problem.empty()) return std::move(values).value();
    refuse("geometry.bad-number", attribute, problem);
    return {};
  }

  static std::string problem_with(const Result<std::vector<double>>& values, const PlacingAttribute& attribute)
  {
    if (!values) return "cannot be read: " + values.failure().message();
    if (values->size() != attribute.count)
      return "has " + std::to_string(values->size()) + " values instead of " + std::to_string(attribute.count);
    return std::ranges::all_of(*values, [](double v) { return std::isfinite(v); }) ? "" : "is not finite";
  }

  void missing(const PlacingAttribute& attribute)
  {
    const bool is_spacing = attribute.tag == tags::pixel_spacing;
    refuse(is_spacing                              ? "geometry.no-pixel-spacing"
           : attribute.tag == tags::image_position ? "geometry.no-position"
                                                   : "geometry.no-orientation",
           attribute, "is missing");
  }

  void refuse(std::string code, const PlacingAttribute& attribute, const std::string& problem)
  {
    const bool is_spacing = attribute.tag == tags::pixel_spacing;
    placement_.defects.push_back({Severity::Refusal, std::move(code),
                                  text_of(attribute.tag) + " " + std::string(attribute.name) + " " + problem + " in " +
                                      std::string(file_name_) + (is_spacing ? " (lengths are unknown" : " (the slice cannot be placed") +
                                      "). Export the series again with its geometry, or leave it out."});
  }

  const FrameLevels& levels_;
  std::string_view file_name_;
  FramePlacement placement_;
};
}  // namespace

FramePlacement read_placement(const FrameLevels& levels, std::string_view file_name) { return PlacementReader(levels, file_name).read(); }
}  // namespace nadir::imaging
