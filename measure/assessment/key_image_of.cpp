#include "measure/assessment/key_image_of.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/dicom/load_volume.h"
#include "imaging/units/number_text.h"
#include "measure/size/edge_outline.h"
#include "measure/size/mask_slices.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;
using segmentation::ContourStack;
using segmentation::Mask;
using Outline = std::vector<PixelPoint>;

/// The patient side a direction points to: L, R, P, A, S or I.
std::string side_letter(PatientVector direction)
{
  const double x = std::abs(direction.left), y = std::abs(direction.posterior), z = std::abs(direction.superior);
  if (x >= y && x >= z) return direction.left > 0 ? "L" : "R";
  if (y >= z) return direction.posterior > 0 ? "P" : "A";
  return direction.superior > 0 ? "S" : "I";
}

PixelPoint pixel_of(const ImageGeometry& geometry, PatientPoint point)
{
  const auto v = geometry.patient_to_voxel(point);
  return {v.i, v.j};
}

double quantile(std::vector<float>& values, double share)
{
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return static_cast<double>(*place);
}

/// From the 1st to the 99.5th percentile of the slice: fat and vessels do not burn the tumour out, air stays black.
void set_window(KeyImage& image)
{
  auto values = image.values;
  std::erase_if(values, [](float value) { return !std::isfinite(value); });
  if (values.empty()) return;
  const double low = quantile(values, 0.01), high = quantile(values, 0.995);
  image.window_center = 0.5 * (low + high);
  image.window_width = std::max(high - low, 1e-6);
}

int nearest_slice(const ImageGeometry& geometry, const Caliper& caliper)
{
  const double a = geometry.patient_to_voxel(caliper.from).k, b = geometry.patient_to_voxel(caliper.to).k;
  return std::clamp(static_cast<int>(std::lround(0.5 * (a + b))), 0, geometry.size().k - 1);
}

std::string caption_of(const ImageStack& stack, int slice)
{
  return "series " + stack.id + ", " + std::string(name_of(stack.sequence.type)) + ", " + std::string(name_of(stack.certificate.plane)) +
         ", slice " + std::to_string(slice + 1) + " of " + std::to_string(stack.slices.size());
}

std::optional<std::vector<float>> slice_values(const ImageStack& stack, int slice, const TimepointVolumes& volumes)
{
  if (const auto volume = volumes.loaded(stack)) return volume->slice(slice);
  const auto volume = imaging::load_slice(stack, slice);
  return volume ? std::optional((*volume)->slice(0)) : std::nullopt;
}

std::optional<KeyImage> slice_image(const ImageStack& stack, int slice, const TimepointVolumes& volumes)
{
  auto values = slice_values(stack, slice, volumes);
  if (!values) return std::nullopt;
  const auto& geometry = *stack.geometry;
  KeyImage image;
  image.columns = geometry.size().i;
  image.rows = geometry.size().j;
  image.values = std::move(*values);
  image.column_spacing_mm = geometry.spacing().i;
  image.row_spacing_mm = geometry.spacing().j;
  image.caption = caption_of(stack, slice);
  image.left_side_letter = side_letter(-1.0 * geometry.axes().i);
  image.top_side_letter = side_letter(-1.0 * geometry.axes().j);
  set_window(image);
  return image;
}

void add_caliper(KeyImage& image, const ImageGeometry& geometry, const Caliper& caliper, const std::string& name)
{
  image.calipers.push_back(
      {pixel_of(geometry, caliper.from), pixel_of(geometry, caliper.to), name + " " + format_fixed(caliper.length.value(), 1) + " mm"});
}

/// Of one in parts that of its largest part.
std::optional<Caliper> longest_of(const MeasuredLesion& lesion)
{
  return lesion.part_calipers.empty() ? lesion.assessment.longest_diameter : std::optional(lesion.part_calipers.front());
}

/// Those that lie on the slice.
void add_parts(KeyImage& image, const ImageGeometry& geometry, const std::vector<Caliper>& parts, int slice)
{
  for (std::size_t n = 0; n < parts.size(); ++n)
    if (nearest_slice(geometry, parts[n]) == slice) add_caliper(image, geometry, parts[n], "LD part " + std::to_string(n + 1));
}

std::vector<Outline> outlines(const Mask& mask, const ImageGeometry& image, int grid_slice)
{
  const MaskSlices slices(mask, GridAxis::K);
  std::vector<Outline> result;
  for (int number = 0; number < slices.count(); ++number)
  {
    if (slices.grid_index(number) != grid_slice) continue;
    for (const auto& polygon : edge_outline(slices.slice(number)))
    {
      auto& outline = result.emplace_back();
      for (const auto point : polygon) outline.push_back(pixel_of(image, slices.to_patient(point, number)));
    }
  }
  return result;
}

std::vector<Outline> outlines(const ContourStack& contours, const ImageGeometry& image, int slice)
{
  std::vector<Outline> result;
  for (const auto& plane : contours.planes)
    for (const auto& contour : plane.contours)
    {
      if (contour.empty() || std::lround(image.patient_to_voxel(contour.front()).k) != slice) continue;
      auto& outline = result.emplace_back();
      for (const auto point : contour) outline.push_back(pixel_of(image, point));
    }
  return result;
}

/// A mask on other voxels than the image's has no outline on its slices.
std::vector<Outline> outlines(const segmentation::SegmentedLesion& lesion, const ImageGeometry& image, int slice)
{
  const auto* mask = std::get_if<Mask>(&lesion.shape);
  if (!mask) return outlines(std::get<ContourStack>(lesion.shape), image, slice);
  return mask->geometry().coincides_with(image, Millimeters{1e-3}) ? outlines(*mask, image, slice) : std::vector<Outline>{};
}
}  // namespace

std::optional<KeyImage> key_image_of(const MeasuredLesion& lesion, const TimepointVolumes& volumes)
{
  const auto* stack = lesion.drawn_on ? lesion.drawn_on : lesion.stack;
  const auto longest = longest_of(lesion);
  if (!stack || !stack->geometry || !longest) return std::nullopt;
  const int slice = nearest_slice(*stack->geometry, *longest);
  auto image = slice_image(*stack, slice, volumes);
  if (!image) return std::nullopt;
  if (lesion.part_calipers.empty()) add_caliper(*image, *stack->geometry, *longest, "LD");
  add_parts(*image, *stack->geometry, lesion.part_calipers, slice);
  if (lesion.assessment.short_axis) add_caliper(*image, *stack->geometry, *lesion.assessment.short_axis, "SA");
  if (lesion.outline && stack == lesion.stack) image->contours = outlines(*lesion.outline, *stack->geometry, slice);
  return image;
}
}  // namespace nadir::measure
