#include "segmentation/mask/build_contour_stack.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/units/number_text.h"
#include "segmentation/mask/contour_shape.h"
#include "segmentation/mask/plane_steps.h"

namespace nadir::segmentation
{
namespace
{
constexpr double smallest_area_mm2 = 1e-4;
constexpr double flat_tolerance_mm = 0.5;
constexpr double same_plane_mm = 0.05;
constexpr double parallel_cosine = 0.99985;  ///< 1 degree
constexpr double reliable_area_mm2 = 25.0;   ///< smaller contours are too small to show a tilt
constexpr std::size_t most_crossing_tests = 50'000'000;

std::string counted(std::size_t count, const std::string& singular, const std::string& plural)
{
  return std::to_string(count) + " " + (count == 1 ? singular : plural);
}

PatientVector with_positive_main_component(PatientVector v)
{
  const double size[] = {std::abs(v.left), std::abs(v.posterior), std::abs(v.superior)};
  const double main = size[2] >= size[0] && size[2] >= size[1] ? v.superior : (size[1] >= size[0] ? v.posterior : v.left);
  return main < 0.0 ? -1.0 * v : v;
}

/// Area-weighted mean normal; contours drawn the other way round count with their sign turned.
PatientVector common_normal(const std::vector<DrawnContour>& contours)
{
  PatientVector sum{};
  const auto bigger = [](const auto& a, const auto& b) { return norm(vector_area(a.points)) < norm(vector_area(b.points)); };
  const auto reference = vector_area(std::max_element(contours.begin(), contours.end(), bigger)->points);
  for (const auto& contour : contours)
  {
    const auto area = vector_area(contour.points);
    sum = sum + (dot(area, reference) < 0.0 ? -1.0 : 1.0) * area;
  }
  return with_positive_main_component((1.0 / norm(sum)) * sum);
}

Result<Done> check_parallel(const std::vector<DrawnContour>& contours, PatientVector normal)
{
  for (const auto& contour : contours)
  {
    const auto area = vector_area(contour.points);
    const bool is_tilted = norm(area) > reliable_area_mm2 && std::abs(dot(area, normal)) < parallel_cosine * norm(area);
    if (is_tilted || flatness(contour.points, normal) > flat_tolerance_mm)
      return Failure{
          MaskError::NoGeometry,
          "the contours do not lie in parallel planes (areas and volume would be wrong). Draw the lesion in one stack of slices."};
  }
  return Done{};
}

/// Contours with an area, cleaned; what is left out is said.
std::vector<DrawnContour> usable(const std::vector<DrawnContour>& drawn, std::vector<std::string>& warnings)
{
  std::vector<DrawnContour> result;
  for (const auto& contour : drawn)
  {
    auto points = without_repeats(contour.points);
    if (points.size() < 3 || norm(vector_area(points)) < smallest_area_mm2) continue;
    result.push_back({std::move(points), contour.sop_instance});
  }
  const auto left_out = drawn.size() - result.size();
  if (left_out > 0)
    warnings.push_back(counted(left_out, "contour without area (point or line) is", "contours without area (points or lines) are") +
                       " left out");
  return result;
}

ContourStack sorted_into_planes(std::vector<DrawnContour> contours, PatientVector normal)
{
  ContourStack stack;
  stack.normal = normal;
  const auto offset = [&](const DrawnContour& contour) { return offset_along(contour.points, normal); };
  std::stable_sort(contours.begin(), contours.end(), [&](const auto& a, const auto& b) { return offset(a) < offset(b); });
  for (auto& contour : contours)
  {
    if (stack.planes.empty() || offset(contour) - stack.planes.back().offset > same_plane_mm)
      stack.planes.push_back({offset(contour), contour.sop_instance, {}});
    stack.planes.back().contours.push_back(std::move(contour.points));
  }
  return stack;
}

/// A copy would cancel its original (exclusive or), and the lesion would vanish.
void drop_copies(ContourStack& stack, std::vector<std::string>& warnings)
{
  std::size_t dropped = 0;
  for (auto& plane : stack.planes)
  {
    std::vector<Contour> kept;
    for (auto& contour : plane.contours)
      if (std::find(kept.begin(), kept.end(), contour) == kept.end()) kept.push_back(std::move(contour));
    dropped += plane.contours.size() - kept.size();
    plane.contours = std::move(kept);
  }
  if (dropped > 0)
    warnings.push_back(counted(dropped, "contour is a copy of another one and is", "contours are copies of others and are") + " left out");
}

void note_crossings(const ContourStack& stack, std::vector<std::string>& warnings)
{
  std::size_t tests = 0;
  std::size_t selves = 0;
  std::size_t pairs = 0;
  for (const auto& plane : stack.planes)
    for (std::size_t a = 0; a < plane.contours.size() && tests < most_crossing_tests; ++a)
    {
      const auto& contour = plane.contours[a];
      tests += contour.size() * contour.size();
      selves += crosses_itself(contour, stack.normal) ? 1u : 0u;
      for (std::size_t b = a + 1; b < plane.contours.size() && tests < most_crossing_tests; ++b)
      {
        tests += contour.size() * plane.contours[b].size();
        pairs += cross_each_other(contour, plane.contours[b], stack.normal) ? 1u : 0u;
      }
    }
  if (selves > 0)
    warnings.push_back(counted(selves, "contour crosses itself", "contours cross themselves") + ": area and volume may be wrong");
  if (pairs > 0)
    warnings.push_back(counted(pairs, "pair of contours overlaps", "pairs of contours overlap") +
                       " in one slice: the overlap counts as outside");
}

void set_steps(ContourStack& stack, std::vector<std::string>& warnings)
{
  std::vector<double> offsets;
  for (const auto& plane : stack.planes) offsets.push_back(plane.offset);
  const auto steps = steps_of(offsets);
  stack.plane_spacing = steps.step;
  stack.uniform = steps.is_regular;
  if (!steps.is_regular)
    warnings.push_back("the contour planes are unevenly spaced (about " + format_fixed(steps.step, 2) + " mm): a volume would be wrong");
  else if (const auto missing = steps.places.back() + 1 - static_cast<std::int64_t>(offsets.size()); missing > 0)
    warnings.push_back(counted(static_cast<std::size_t>(missing), "slice has", "slices have") +
                       " no contour although there are contours on both sides: the volume counts nothing there");
  if (offsets.size() == 1) warnings.emplace_back("all contours lie in one slice: there is no slice spacing and no volume");
}
}  // namespace

Result<BuiltStack> build_contour_stack(const std::vector<DrawnContour>& drawn)
{
  BuiltStack built;
  auto contours = usable(drawn, built.warnings);
  if (contours.empty())
  {
    built.warnings.emplace_back(
        drawn.empty()
            ? "the lesion has no closed contour: there is nothing to measure (if it is gone, mark it as absent)"
            : "every contour is a point or a straight line: they enclose no area, so there is nothing to measure. Draw closed outlines");
    return built;
  }
  const auto normal = common_normal(contours);
  if (auto parallel = check_parallel(contours, normal); !parallel) return parallel.failure();
  built.stack = sorted_into_planes(std::move(contours), normal);
  drop_copies(built.stack, built.warnings);
  note_crossings(built.stack, built.warnings);
  set_steps(built.stack, built.warnings);
  return built;
}
}  // namespace nadir::segmentation
