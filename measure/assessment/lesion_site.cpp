#include "measure/assessment/lesion_site.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "imaging/geometry/nearest_voxel.h"
#include "imaging/units/number_text.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;
using segmentation::ContourStack;
using segmentation::Mask;
using segmentation::SegmentedLesion;
using Stacks = std::vector<const ImageStack*>;

constexpr double lattice_tolerance_voxels = 0.1;

bool near_integer(double value) { return std::abs(value - std::round(value)) <= lattice_tolerance_voxels; }
bool near_integer(ContinuousVoxelIndex v) { return near_integer(v.i) && near_integer(v.j) && near_integer(v.k); }

/// The far corner of the mask's box must fall on the lattice too: a small error of spacing adds up.
bool shares_lattice(const Mask& mask, const ImageGeometry& image)
{
  const auto& box = mask.box();
  const std::array<VoxelIndex, 4> probes{{box.first,
                                          {box.first.i + box.size.i, box.first.j, box.first.k},
                                          {box.first.i, box.first.j + box.size.j, box.first.k},
                                          {box.first.i, box.first.j, box.first.k + box.size.k}}};
  // The slice step of a mask of one slice is a declared value, if any: only its place in the plane can be compared.
  const bool is_one_slice = mask.geometry().size().k == 1;
  const double slice_steps = is_one_slice ? mask.geometry().spacing().k / image.spacing().k : 1.0;
  const bool same_voxels = std::abs(mask.geometry().voxel_volume_mm3() / (slice_steps * image.voxel_volume_mm3()) - 1.0) < 0.01;
  const auto count = static_cast<std::ptrdiff_t>(is_one_slice ? probes.size() - 1 : probes.size());
  return same_voxels &&
         std::all_of(probes.begin(), probes.begin() + count,
                     [&](VoxelIndex probe) { return near_integer(image.patient_to_voxel(mask.geometry().voxel_to_patient(probe))); });
}

bool inside(const ImageGeometry& image, PatientPoint point, double margin_voxels)
{
  const auto v = image.patient_to_voxel(point);
  const auto& size = image.size();
  return v.i >= -margin_voxels && v.j >= -margin_voxels && v.k >= -margin_voxels && v.i <= size.i - 1 + margin_voxels &&
         v.j <= size.j - 1 + margin_voxels && v.k <= size.k - 1 + margin_voxels;
}

std::vector<PatientPoint> corners_of(const Mask& mask)
{
  std::vector<PatientPoint> corners;
  const auto& first = mask.box().first;
  const auto& size = mask.box().size;
  for (const int i : {first.i, first.i + size.i - 1})
    for (const int j : {first.j, first.j + size.j - 1})
      for (const int k : {first.k, first.k + size.k - 1}) corners.push_back(mask.geometry().voxel_to_patient(VoxelIndex{i, j, k}));
  return corners;
}

std::vector<PatientPoint> corners_of(const ContourStack& contours)
{
  std::vector<PatientPoint> points;
  for (const auto& plane : contours.planes)
    for (const auto& contour : plane.contours) points.insert(points.end(), contour.begin(), contour.end());
  return points;
}

std::vector<PatientPoint> corners_of(const SegmentedLesion& lesion)
{
  return std::visit([](const auto& shape) { return corners_of(shape); }, lesion.shape);
}

bool is_inside(const SegmentedLesion& lesion, const ImageStack& stack)
{
  const auto points = corners_of(lesion);
  return stack.geometry &&
         std::all_of(points.begin(), points.end(), [&](PatientPoint point) { return inside(*stack.geometry, point, 1.0); });
}

bool reaches_into(const SegmentedLesion& lesion, const ImageStack& stack)
{
  const auto points = corners_of(lesion);
  return stack.geometry &&
         std::any_of(points.begin(), points.end(), [&](PatientPoint point) { return inside(*stack.geometry, point, 1.0); });
}

bool shares_lattice(const SegmentedLesion& lesion, const ImageStack& stack)
{
  const auto* mask = std::get_if<Mask>(&lesion.shape);
  return mask && stack.geometry && !mask->is_empty() && shares_lattice(*mask, *stack.geometry);
}

/// Which contrast a tumour is best outlined on; smaller is better.
int preference(const ImageStack& stack)
{
  using enum imaging::SequenceType;
  constexpr std::array order{T1PostContrast, T2FatSaturated, T2, T1, ProtonDensity, Dwi, Adc, Other, Localizer};
  return static_cast<int>(std::find(order.begin(), order.end(), stack.sequence.type) - order.begin());
}

template <class Predicate> const ImageStack* preferred(const Stacks& stacks, Predicate fits)
{
  const ImageStack* best = nullptr;
  for (const auto* stack : stacks)
    if (fits(*stack) && (!best || preference(*stack) < preference(*best))) best = stack;
  return best;
}

bool names_image_of(const SegmentedLesion& lesion, const ImageStack& stack)
{
  const auto holds = [&](const SopInstanceUid& uid)
  { return std::any_of(stack.slices.begin(), stack.slices.end(), [&](const auto& slice) { return slice.sop_instance == uid; }); };
  for (const auto& [slice, uid] : lesion.provenance.slice_sources)
    if (holds(uid)) return true;
  const auto* contours = std::get_if<ContourStack>(&lesion.shape);
  return contours &&
         std::any_of(contours->planes.begin(), contours->planes.end(), [&](const auto& plane) { return holds(plane.sop_instance); });
}

const ImageStack* named_stack(const SegmentedLesion& lesion, const Stacks& stacks)
{
  if (const auto* stack = preferred(stacks, [&](const ImageStack& s) { return names_image_of(lesion, s); })) return stack;
  const auto& series = lesion.provenance.referenced_series;
  return series.empty() ? nullptr : preferred(stacks, [&](const ImageStack& s) { return s.series == series; });
}

std::string refusals_of(const ImageStack& stack)
{
  std::string text;
  for (const auto& remark : stack.certificate.remarks)
    if (remark.severity == imaging::Severity::Refusal) text += (text.empty() ? "" : "; ") + remark.text;
  while (text.ends_with('.')) text.pop_back();  // the sentence goes on
  return text;
}

std::string refused_stacks(const Stacks& stacks)
{
  std::string text;
  for (const auto* stack : stacks)
    if (!stack->certificate.is_measurable()) text += " Series " + stack->id + " is refused: " + refusals_of(*stack) + ".";
  return text;
}

Failure unmeasurable(const ImageStack& stack)
{
  return {AssessmentError::MaskUnusable,
          "it was drawn on series " + stack.id + ", which must not be measured (" + refusals_of(stack) + "). Re-export the series."};
}

Failure outside_all(const Stacks& stacks)
{
  const auto refused = refused_stacks(stacks);
  if (!refused.empty()) return {AssessmentError::MaskUnusable, "no series that may be measured holds it." + refused};
  return {
      AssessmentError::MaskUnusable,
      "it lies outside all images of this time point (another patient, time point or frame of reference?). Check the pairing of files."};
}

/// As many voxels as the images, but elsewhere or of another size: a header that was damaged on the way.
bool contradicts(const SegmentedLesion& lesion, const ImageStack& stack)
{
  const auto* mask = std::get_if<Mask>(&lesion.shape);
  return mask && mask->geometry().size() == stack.geometry->size() && mask->geometry().size().k > 1 && !shares_lattice(lesion, stack);
}

/// Voxels of a mask on the images' lattice that no image has.
std::size_t voxels_beyond(const Mask& mask, const ImageGeometry& image)
{
  std::size_t beyond = 0;
  const auto& box = mask.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
        if (mask.contains({i, j, k}) &&
            !image.size().contains(nearest_voxel(image.patient_to_voxel(mask.geometry().voxel_to_patient(VoxelIndex{i, j, k})))))
          ++beyond;
  return beyond;
}

/// Taken onto the images' grid a mask would lose what lies beyond it: a few voxels are said, more are refused.
Result<Done> check_extent(const SegmentedLesion& lesion, LesionSite& site)
{
  constexpr double bearable_share = 0.01;
  const auto* mask = std::get_if<Mask>(&lesion.shape);
  if (!mask || !site.on_image_grid) return Done{};
  const auto beyond = voxels_beyond(*mask, *site.stack->geometry);
  if (beyond == 0) return Done{};
  const double share = static_cast<double>(beyond) / static_cast<double>(mask->count());
  const std::string words = format_fixed(100.0 * share, share < 0.1 ? 1 : 0) + " % of it lies beyond series " + site.stack->id;
  if (share > bearable_share)
    return Failure{AssessmentError::MaskUnusable, words + " (images are missing, or the mask belongs to others: it would be measured "
                                                          "short). Give the whole series, or measure the mask without images."};
  site.warnings.push_back(words + " and was left out");
  return Done{};
}

bool is_displaced(const SegmentedLesion& lesion, const ImageStack& stack)
{
  const auto* mask = std::get_if<Mask>(&lesion.shape);
  if (!mask || mask->geometry().size() != stack.geometry->size() || names_image_of(lesion, stack)) return false;
  const auto& size = mask->geometry().size();
  const ContinuousVoxelIndex middle{0.5 * (size.i - 1), 0.5 * (size.j - 1), 0.5 * (size.k - 1)};
  return distance(mask->geometry().voxel_to_patient(middle), stack.geometry->voxel_to_patient(middle)) > Millimeters{0.1};
}

/// Contours on every second slice look even: only the images tell that slices between them were left out.
void add_step_warning(const ContourStack& contours, const ImageStack& stack, std::vector<std::string>& warnings)
{
  const auto step = stack.certificate.slice_spacing;
  if (!step || contours.planes.size() < 2 || !contours.uniform || contours.plane_spacing < 1.5 * step->value()) return;
  warnings.push_back("its contours lie " + format_fixed(contours.plane_spacing, 1) + " mm apart, the slices of series " + stack.id + " " +
                     format_fixed(step->value(), 1) + " mm: slices between were not drawn, and the volume takes each drawn one for them");
}

/// Diameters of contours lie in the planes they were drawn in.
void add_tilt_warning(const ContourStack& contours, const ImageStack& stack, std::vector<std::string>& warnings)
{
  constexpr double bearable_degrees = 5.0;
  const double cosine = std::min(1.0, std::abs(dot(contours.normal, stack.geometry->axes().k)));
  const double degrees = std::acos(cosine) * 180.0 / std::numbers::pi;
  if (degrees <= bearable_degrees) return;
  warnings.push_back("its contours were drawn in planes that lie at " + format_fixed(degrees, 0) + " degrees to the slices of series " +
                     stack.id + ": its diameters lie in those planes, not in an acquired slice as RECIST asks");
}

Result<LesionSite> measurable_site(const SegmentedLesion& lesion, const ImageStack& stack)
{
  if (!stack.geometry || !stack.certificate.is_measurable()) return unmeasurable(stack);
  if (!reaches_into(lesion, stack))
    return Failure{AssessmentError::MaskUnusable,
                   "it lies outside series " + stack.id + ", which it was drawn on by its own account. Check the pairing of files."};
  if (contradicts(lesion, stack))
    return Failure{AssessmentError::MaskUnusable, "it has as many voxels as series " + stack.id +
                                                      " but another spacing or place (its lengths would be wrong). Export the mask again."};
  LesionSite site{&stack, shares_lattice(lesion, stack), {}};
  if (is_displaced(lesion, stack))
    site.warnings.push_back("its grid has the size of series " + stack.id +
                            " but is displaced by whole voxels: check that it lies on the tumour");
  if (const auto checked = check_extent(lesion, site); !checked) return checked.failure();
  if (!site.on_image_grid && !is_inside(lesion, stack))
    site.warnings.push_back("it reaches beyond series " + stack.id + ": images may be missing");
  const auto& frame = lesion.provenance.frame_of_reference;
  if (!frame.empty() && !stack.certificate.frame_of_reference.empty() && frame != stack.certificate.frame_of_reference)
    site.warnings.push_back("it names another frame of reference than series " + stack.id);
  if (!lesion.provenance.referenced_series.empty() && lesion.provenance.referenced_series != stack.series)
    site.warnings.push_back("it names another series than " + stack.id + ", on which it was measured for its place");
  if (const auto* contours = std::get_if<ContourStack>(&lesion.shape))
  {
    add_step_warning(*contours, stack, site.warnings);
    add_tilt_warning(*contours, stack, site.warnings);
  }
  if (std::holds_alternative<Mask>(lesion.shape) && !site.on_image_grid)
    site.warnings.push_back("its voxels are not those of series " + stack.id +
                            ": it was measured on its own grid, not in the acquired slices");
  return site;
}

double plane_distance(const ImageGeometry& geometry, const LinePrompt& line, int slice)
{
  const auto a = geometry.patient_to_voxel(line.from), b = geometry.patient_to_voxel(line.to);
  return std::max(std::abs(a.k - slice), std::abs(b.k - slice)) * geometry.spacing().k;
}

int nearest_slice(const ImageGeometry& geometry, const LinePrompt& line)
{
  const double middle = 0.5 * (geometry.patient_to_voxel(line.from).k + geometry.patient_to_voxel(line.to).k);
  return std::clamp(static_cast<int>(std::lround(middle)), 0, geometry.size().k - 1);
}
}  // namespace

Result<LesionSite> find_site(const SegmentedLesion& lesion, const Stacks& stacks)
{
  if (stacks.empty()) return LesionSite{};
  if (const auto* stack = named_stack(lesion, stacks)) return measurable_site(lesion, *stack);
  const auto on_lattice = [&](const ImageStack& stack)
  { return stack.certificate.is_measurable() && shares_lattice(lesion, stack) && reaches_into(lesion, stack); };
  if (const auto* stack = preferred(stacks, on_lattice)) return measurable_site(lesion, *stack);
  if (const auto* stack = preferred(stacks, [&](const ImageStack& s) { return s.certificate.is_measurable() && is_inside(lesion, s); }))
    return measurable_site(lesion, *stack);
  if (const auto* stack = preferred(stacks, [&](const ImageStack& s) { return is_inside(lesion, s); })) return unmeasurable(*stack);
  return outside_all(stacks);
}

bool lies_on_lattice_of(const SegmentedLesion& lesion, const Stacks& stacks)
{
  return std::any_of(stacks.begin(), stacks.end(),
                     [&](const ImageStack* stack) { return shares_lattice(lesion, *stack) && is_inside(lesion, *stack); });
}

Result<CaliperSite> find_site(const LinePrompt& line, const Stacks& stacks)
{
  if (stacks.empty()) return CaliperSite{};
  CaliperSite site;
  double best = std::numeric_limits<double>::infinity();
  for (const auto* stack : stacks)
  {
    if (!stack->geometry || !inside(*stack->geometry, line.from, 0.5) || !inside(*stack->geometry, line.to, 0.5)) continue;
    const int slice = nearest_slice(*stack->geometry, line);
    const double off_plane = plane_distance(*stack->geometry, line, slice);
    const bool closer = off_plane < best - 0.05 || (off_plane < best + 0.05 && site.stack && preference(*stack) < preference(*site.stack));
    if (!closer) continue;
    best = std::min(best, off_plane);
    site.stack = stack;
    site.slice = slice;
  }
  if (!site.stack) return outside_all(stacks);
  if (best > 0.5 * site.stack->geometry->spacing().k)
    site.warnings.push_back("the line leaves its slice by " + format_fixed(best, 1) + " mm: RECIST measures in the acquired plane");
  return site;
}

Result<CaliperSite> find_site(PatientPoint point, const Stacks& stacks)
{
  if (stacks.empty()) return CaliperSite{};
  const auto holds = [&](const ImageStack& stack) { return stack.geometry && inside(*stack.geometry, point, 0.5); };
  const auto* stack = preferred(stacks, [&](const ImageStack& s) { return s.certificate.is_measurable() && holds(s); });
  if (!stack) stack = preferred(stacks, holds);
  if (!stack) return outside_all(stacks);
  return CaliperSite{stack, nearest_slice(*stack->geometry, {point, point}), {}};
}
}  // namespace nadir::measure
