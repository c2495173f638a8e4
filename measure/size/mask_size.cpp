#include <algorithm>
#include <array>
#include <cmath>

#include "measure/size/edge_outline.h"
#include "measure/size/mask_calipers.h"
#include "measure/size/mask_volume.h"
#include "measure/size/piece_check.h"
#include "measure/size/polygon_area.h"
#include "measure/size/shape_size.h"
#include "measure/size/short_axis.h"
#include "measure/size/size_warnings.h"
#include "segmentation/mask/components.h"

namespace nadir::measure
{
namespace
{
constexpr std::string_view end_point_rule = "Diameters end on the edge of the mask in the slice, finer than a pixel: between the outermost "
                                            "pixel centre and one pixel beyond it, where the "
                                            "pixels of the smooth end of the lesion place the edge; on tiny or angular ends half-way "
                                            "between inside and outside pixel centres. Pixel centres "
                                            "alone would read about a pixel short, pixel corners up to a pixel long; a reader's caliper "
                                            "set on the visible margin agrees with the edge. The 3D "
                                            "Feret diameter ends half-way between inside and outside voxel centres (IBSI mesh, level 0.5).";

// Standard deviation of a longest diameter in pixels: factor x (length in pixels)^-1/4. Fitted to random ellipses rasterised with
// random offsets and orientations (tests/measure/size): 0.25 at 15, 0.2 at 35, 0.16 at 90 pixels.
constexpr double diameter_error_factor = 0.5;

class MaskMeasurer
{
public:
  MaskMeasurer(const segmentation::Mask& mask, const segmentation::MaskProvenance& provenance)
      : mask_(mask), provenance_(provenance), axis_(acquisition_axis(mask.geometry().spacing())), slices_(mask, axis_)
  {
  }

  LesionSize measure() const
  {
    LesionSize size;
    const auto longest = longest_diameter(slices_);
    const auto inside = longest_inside(slices_, longest);
    add_diameters(longest, inside, size);
    size.feret_3d = feret_caliper(slices_);
    size.feret_3d.series = provenance_.referenced_series;
    size.longest_in_any_plane = longest_in_any_plane(size.longest_diameter);
    add_volumes(size);
    size.parts = static_cast<int>(segmentation::part_sizes(mask_).size());
    size.slices = slices_with_tumour();
    size.slice_spacing = Millimeters{slices_.spacing()};
    add_warnings({longest_in_one_piece(longest.chord, pieces_in(longest.slice)), inside.is_exact}, size);
    size.evidence.source = "mask";
    size.evidence.end_point_rule = end_point_rule;
    return size;
  }

private:
  /// A line in an acquired slice: names that slice and its image. Only slices across k have a number that others know.
  Caliper acquired_caliper(const Chord& chord, int slice) const
  {
    auto line = caliper_of(slices_, chord, slice);
    line.series = provenance_.referenced_series;
    if (axis_ != GridAxis::K) return line;
    line.slice = slices_.grid_index(slice);
    const auto source = provenance_.slice_sources.find(*line.slice);
    if (source != provenance_.slice_sources.end()) line.sop_instance = source->second;
    return line;
  }

  void add_diameters(const SliceDiameter& longest, const InsideDiameter& inside, LesionSize& size) const
  {
    size.longest_diameter = acquired_caliper(longest.chord, longest.slice);
    size.short_axis = acquired_caliper(longest_perpendicular_chord(longest.hull, longest.chord), longest.slice);
    size.longest_inside = acquired_caliper(inside.chord, inside.slice);
    size.who_product_mm2 = size.longest_diameter.length.value() * size.short_axis.length.value();
    size.diameter_uncertainty = diameter_uncertainty(longest.chord);
  }

  Millimeters diameter_uncertainty(const Chord& chord) const
  {
    const auto slice = slices_.slice(0);
    const auto direction = unit(chord.to - chord.from);
    const double pixel = std::hypot(slice.column_step * direction.x, slice.row_step * direction.y);
    return Millimeters{diameter_error_factor * pixel * std::pow(std::max(chord.length() / pixel, 1.0), -0.25)};
  }

  Caliper longest_in_any_plane(const Caliper& acquired) const
  {
    auto longest = acquired;
    for (const auto axis : {GridAxis::K, GridAxis::I, GridAxis::J})
    {
      if (axis == axis_) continue;
      auto line = longest_across(mask_, axis);
      line.series = provenance_.referenced_series;
      if (line.length > longest.length) longest = line;
    }
    return longest;
  }

  void add_volumes(LesionSize& size) const
  {
    size.volume_estimates = volume_estimates(mask_, slices_);
    size.volume = size.volume_estimates.voxels;
    size.volume_spread = spread_of(size.volume_estimates);
    size.volume_uncertainty = volume_uncertainty(slices_);
  }

  int slices_with_tumour() const
  {
    int count = 0;
    for (int n = 0; n < slices_.count(); ++n)
    {
      const auto pixels = slices_.slice(n).pixels;
      if (std::find(pixels.begin(), pixels.end(), 1) != pixels.end()) ++count;
    }
    return count;
  }

  std::vector<Polygon> pieces_in(int slice) const
  {
    auto loops = edge_outline(slices_.slice(slice));
    std::erase_if(loops, [](const Polygon& loop) { return signed_area(loop) < 0.0; });
    return loops;
  }

  void add_warnings(const Remarks& remarks, LesionSize& size) const
  {
    if (axis_ != GridAxis::K)
      size.warnings.push_back(
          "the thick direction of the mask is its " + std::string(axis_ == GridAxis::I ? "first" : "second") +
          " axis, so slices were taken across that (wrong if the images were acquired otherwise). Check the mask's geometry.");
    add_common_warnings(remarks, size);
  }

  const segmentation::Mask& mask_;
  const segmentation::MaskProvenance& provenance_;
  GridAxis axis_;
  MaskSlices slices_;
};
}  // namespace

Result<LesionSize> size_of(const segmentation::Mask& mask, const segmentation::MaskProvenance& provenance)
{
  if (mask.is_empty())
    return Failure{
        SizeError::EmptyMask,
        "the mask holds no voxel (a lesion that is gone has no size, which is not 0 mm). Record the lesion as absent or give its mask."};
  return MaskMeasurer(mask, provenance).measure();
}
}  // namespace nadir::measure
