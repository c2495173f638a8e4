#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "measure/size/contour_slices.h"
#include "measure/size/convex_hull.h"
#include "measure/size/inside_chord.h"
#include "measure/size/marching_cubes.h"
#include "measure/size/mask_calipers.h"
#include "measure/size/mask_volume.h"
#include "measure/size/piece_check.h"
#include "measure/size/polygon_area.h"
#include "measure/size/rotating_calipers.h"
#include "measure/size/sampling_error.h"
#include "measure/size/shape_size.h"
#include "measure/size/short_axis.h"
#include "measure/size/size_warnings.h"
#include "segmentation/mask/components.h"

namespace nadir::measure
{
namespace
{
constexpr std::string_view end_point_rule = "Diameters end on points of the drawn contours, exactly as drawn (the short axis on the "
                                            "straight line between two of them); nothing is rasterised. A "
                                            "reader's caliper laid on the drawn line reads the same. The 3D Feret diameter and lines in "
                                            "other planes are measured on a fine raster of the contours.";

struct PlaneChord
{
  std::size_t plane = 0;
  Chord chord;
};

/// Diameters are those of the drawn planes whatever their steps; a volume and lengths in space need even steps.
std::string volume_refusal(const segmentation::ContourStack& contours)
{
  if (contours.planes.size() == 1 || contours.plane_spacing <= 0.0)
    return "the lesion is drawn on one plane (there is no spacing; only lengths in that plane hold). Draw it on every slice it reaches.";
  if (!contours.uniform)
    return "the contour planes lie at uneven steps (a volume would be wrong; only lengths in the planes hold). Draw the lesion on every "
           "slice it reaches.";
  return "";
}

class ContourMeasurer
{
public:
  ContourMeasurer(const segmentation::ContourStack& stack, const segmentation::MaskProvenance& provenance)
      : stack_(stack), provenance_(provenance), slices_(stack), no_volume_(volume_refusal(stack))
  {
    if (no_volume_.empty()) raster_ = slices_.raster(stack.plane_spacing);
    for (std::size_t n = 0; n < slices_.count(); ++n)
    {
      hulls_.push_back(convex_hull(slices_.points(n)));
      areas_.push_back(even_odd_area(slices_.plane(n)));
    }
  }

  /// Summed over the planes, mm^2.
  double area() const { return std::accumulate(areas_.begin(), areas_.end(), 0.0); }

  LesionSize measure() const
  {
    LesionSize size;
    const auto line = longest();
    add_diameters(line, size);
    size.feret_3d = size.longest_in_any_plane = size.longest_diameter;
    size.no_volume = no_volume_;
    if (raster_)
    {
      add_space_diameters(size);
      add_volumes(size);
      size.parts = std::max(1, static_cast<int>(segmentation::part_sizes(*raster_).size()));
    }
    else size.warnings.push_back("no volume: " + no_volume_);
    size.slices = static_cast<int>(std::count_if(hulls_.begin(), hulls_.end(), [](const Polygon& hull) { return !hull.empty(); }));
    size.slice_spacing = Millimeters{stack_.plane_spacing};
    const auto inside = longest_inside();
    size.longest_inside = caliper(inside.line);
    add_common_warnings({longest_in_one_piece(line.chord, slices_.plane(line.plane)), inside.is_exact}, size);
    size.evidence.source = "contours";
    size.evidence.end_point_rule = end_point_rule;
    return size;
  }

private:
  Caliper caliper(const PlaneChord& line) const
  {
    const double height = slices_.height(line.plane);
    Caliper result;
    result.from = slices_.to_patient(line.chord.from, height);
    result.to = slices_.to_patient(line.chord.to, height);
    result.length = Millimeters{line.chord.length()};
    result.series = provenance_.referenced_series;
    result.sop_instance = stack_.planes[line.plane].sop_instance;
    return result;
  }

  PlaneChord longest() const
  {
    std::optional<PlaneChord> longest;
    for (std::size_t n = 0; n < hulls_.size(); ++n)
    {
      if (hulls_[n].empty()) continue;
      const PlaneChord line{n, longest_chord(hulls_[n])};
      if (!longest || line.chord.length() > longest->chord.length() + 1e-9) longest = line;
    }
    return *longest;
  }

  struct InsideLine
  {
    PlaneChord line;
    bool is_exact = true;
  };

  InsideLine longest_inside() const
  {
    InsideLine inside;
    for (std::size_t n = 0; n < slices_.count(); ++n)
      for (const auto& contour : slices_.plane(n))
      {
        const auto found = longest_inside_chord(contour, inside.line.chord.length());
        inside.is_exact = inside.is_exact && found.is_exact;
        if (found.chord) inside.line = {n, *found.chord};
      }
    return inside;
  }

  void add_diameters(const PlaneChord& line, LesionSize& size) const
  {
    size.longest_diameter = caliper(line);
    size.short_axis = caliper({line.plane, longest_perpendicular_chord(hulls_[line.plane], line.chord)});
    size.who_product_mm2 = size.longest_diameter.length.value() * size.short_axis.length.value();
    size.diameter_uncertainty = Millimeters{drawn_step() / std::sqrt(12.0)};
  }

  /// Mean distance between neighbouring contour points: how finely the outline was drawn, mm.
  double drawn_step() const
  {
    double length = 0.0;
    std::size_t steps = 0;
    for (std::size_t n = 0; n < slices_.count(); ++n)
      for (const auto& contour : slices_.plane(n))
      {
        for (std::size_t p = 0; p < contour.size(); ++p) length += distance(contour[p], contour[(p + 1) % contour.size()]);
        steps += contour.size();
      }
    return length / static_cast<double>(steps);
  }

  /// Reformats know no drawn points: they are measured on the raster.
  Caliper longest_in_any_plane(const Caliper& drawn) const
  {
    auto longest = drawn;
    for (const auto axis : {GridAxis::I, GridAxis::J})
    {
      auto line = longest_across(*raster_, axis);
      line.series = provenance_.referenced_series;
      if (line.length > longest.length) longest = line;
    }
    return longest;
  }

  /// Surface and reformats lie outside the drawn planes.
  void add_space_diameters(LesionSize& size) const
  {
    if (raster_->is_empty()) return;
    size.feret_3d = feret_caliper(MaskSlices(*raster_, GridAxis::K));
    size.feret_3d.series = provenance_.referenced_series;
    size.longest_in_any_plane = longest_in_any_plane(size.longest_diameter);
  }

  void add_volumes(LesionSize& size) const
  {
    const double voxel = raster_->geometry().voxel_volume_mm3();
    size.volume_estimates = {Milliliters::from_cubic_millimeters(static_cast<double>(raster_->count()) * voxel),
                             Milliliters::from_cubic_millimeters(enclosed_voxels(*raster_) * voxel),
                             Milliliters::from_cubic_millimeters(area() * stack_.plane_spacing)};
    size.volume = size.volume_estimates.contours;
    size.volume_spread = spread_of(size.volume_estimates);
    size.volume_uncertainty = Milliliters::from_cubic_millimeters(std::sqrt(volume_variance({areas_, {}, stack_.plane_spacing, 0.0})));
  }

  const segmentation::ContourStack& stack_;
  const segmentation::MaskProvenance& provenance_;
  ContourSlices slices_;
  std::string no_volume_;
  std::optional<segmentation::Mask> raster_;  ///< absent where there is no volume
  std::vector<Polygon> hulls_;
  std::vector<double> areas_;
};

bool has_points(const segmentation::ContourStack& stack)
{
  return std::any_of(stack.planes.begin(), stack.planes.end(),
                     [](const auto& plane)
                     { return std::any_of(plane.contours.begin(), plane.contours.end(), [](const auto& c) { return !c.empty(); }); });
}
}  // namespace

Result<LesionSize> size_of(const segmentation::ContourStack& contours, const segmentation::MaskProvenance& provenance)
{
  if (!has_points(contours))
    return Failure{SizeError::EmptyMask, "the contours hold no point (a lesion that is gone has no size, which is not 0 mm). Record the "
                                         "lesion as absent or give its contours."};
  const ContourMeasurer measurer(contours, provenance);
  if (measurer.area() <= 0.0)
    return Failure{
        SizeError::EmptyMask,
        "the contours enclose no area (they cancel each other or are lines, so there is nothing to measure). Check the drawing."};
  return measurer.measure();
}
}  // namespace nadir::measure
