#include "imaging/dicom/certify_slices.h"

#include <algorithm>
#include <cmath>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/slice_steps.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr double largest_drift_mm = 0.1;
constexpr double declared_spacing_tolerance = 0.01;
constexpr double thickness_tolerance_mm = 0.001;

std::string mm(double value) { return format_fixed(value, 2) + " mm"; }

class SliceCertifier
{
public:
  SliceCertifier(GeometryCertificate& certificate, const FrameList& sorted)
      : certificate_(certificate), sorted_(sorted), normal_(cross(sorted.front()->placement.row, sorted.front()->placement.column))
  {
  }

  double certify()
  {
    describe_plane();
    describe_thickness();
    describe_photometry();
    if (sorted_.size() == 1) single_slice();
    if (sorted_.size() == 1 || has_double_positions()) return 0.0;
    const auto steps = measure();
    describe_steps(steps);
    check_drift(steps);
    if (!certificate_.uniform) return steps.mean;
    check_declared_spacing(steps);
    describe_gap(steps);
    return steps.mean;
  }

private:
  void add(Severity severity, std::string code, std::string text)
  {
    certificate_.remarks.push_back({severity, std::move(code), std::move(text)});
  }

  const FramePlacement& place(std::size_t k) const { return sorted_[k]->placement; }
  std::string file(std::size_t k) const
  {
    const auto& frame = *sorted_[k];
    auto name = shown_name(frame.object->path);
    return frame.object->file->pixels()->frames > 1 ? name + " frame " + std::to_string(frame.index + 1) : name;
  }
  std::string pair(std::size_t k) const
  {
    return "between slice " + std::to_string(k + 1) + " and " + std::to_string(k + 2) + " (" + file(k) + ", " + file(k + 1) + ")";
  }

  void describe_plane()
  {
    certificate_.plane = nearest_plane(normal_);
    certificate_.obliquity_degrees = obliquity_degrees(normal_);
    certificate_.pixel_spacing_row = Millimeters{place(0).row_spacing};
    certificate_.pixel_spacing_column = Millimeters{place(0).column_spacing};
  }

  void describe_thickness()
  {
    if (place(0).thickness) certificate_.slice_thickness = Millimeters{*place(0).thickness};
    if (place(0).declared_spacing) certificate_.declared_slice_spacing = Millimeters{*place(0).declared_spacing};
    const auto differs = [&](const ImageFrame* frame)
    {
      return frame->placement.thickness && place(0).thickness &&
             std::abs(*frame->placement.thickness - *place(0).thickness) > thickness_tolerance_mm;
    };
    if (std::ranges::any_of(sorted_, differs))
      add(Severity::Warning, "geometry.thickness-varies",
          "Slice Thickness (0018,0050) differs within the stack (slices of other acquisitions may be mixed in). "
          "Check the series.");
  }

  void describe_photometry()
  {
    if (sorted_.front()->object->file->pixels()->photometric_interpretation == "MONOCHROME1")
      add(Severity::Warning, "pixels.monochrome1",
          "the image is MONOCHROME1: high values are meant to be shown dark (bright and dark tissue look swapped). "
          "Invert the display.");
  }

  void single_slice()
  {
    certificate_.spacing_source = SpacingSource::SingleSlice;
    add(Severity::Refusal, "geometry.single-slice",
        "the stack has one slice, " + file(0) + " (it is no volume). Measure lengths within this slice only.");
  }

  bool has_double_positions()
  {
    const auto along = positions_along_normal(sorted_);
    std::size_t first = sorted_.size();
    for (std::size_t k = 0; k + 1 < along.size(); ++k)
      if (along[k + 1] - along[k] <= same_position_tolerance_mm)
      {
        ++certificate_.duplicate_slices;
        first = std::min(first, k);
      }
    if (first == sorted_.size()) return false;
    add(Severity::Refusal, "geometry.duplicate-position",
        std::to_string(certificate_.duplicate_slices) + " of " + std::to_string(sorted_.size()) +
            " images lie where another one lies already, first " + pair(first) +
            " (which is the right one cannot be told; volumes would be wrong). Export the series again, or leave the doubles out.");
    return true;
  }

  SliceSteps measure()
  {
    std::vector<PatientPoint> positions;
    for (const auto* frame : sorted_) positions.push_back(frame->placement.position);
    auto steps = measure_steps(positions, normal_);
    certificate_.slice_spacing = Millimeters{steps.median};
    certificate_.largest_step_deviation = Millimeters{steps.largest_deviation};
    certificate_.largest_in_plane_drift = Millimeters{steps.largest_drift};
    return steps;
  }

  std::string expectation(const SliceSteps& steps) const
  {
    return mm(steps.median) + " expected, " + mm(steps.steps[steps.worst_step]) + " " + pair(steps.worst_step);
  }

  void describe_steps(const SliceSteps& steps)
  {
    const auto verdict = judge(steps);
    certificate_.uniform = verdict == StepVerdict::Even || verdict == StepVerdict::Rounded;
    if (verdict == StepVerdict::Rounded)
      add(Severity::Warning, "geometry.rounded-positions",
          "distances between slices vary as positions rounded to 0.1 mm do: " + expectation(steps) + "; every slice lies within " +
              mm(steps.largest_grid_residual) + " of an even grid (lengths across slices are that uncertain).");
    if (verdict == StepVerdict::Missing) missing(steps);
    if (verdict == StepVerdict::Uneven)
      add(Severity::Refusal, "geometry.uneven-spacing",
          "distances between slices are uneven: " + expectation(steps) +
              " (volumes would be wrong). Export the series again, or measure within slices.");
  }

  void missing(const SliceSteps& steps)
  {
    certificate_.missing_slices = missing_slices(steps);
    add(Severity::Refusal, "geometry.missing-slice",
        std::to_string(certificate_.missing_slices) + (certificate_.missing_slices == 1 ? " slice is missing: " : " slices are missing: ") +
            expectation(steps) + " (volumes would be wrong). Fetch the whole series again.");
  }

  void check_drift(const SliceSteps& steps)
  {
    if (steps.systematic_drift > largest_drift_mm || steps.largest_drift > 2.0 * largest_drift_mm)
      add(Severity::Refusal, "geometry.sheared",
          "slices shift sideways by up to " + mm(steps.largest_drift) +
              " from the stack's axis (tilted gantry or mixed slices; a straight grid would be wrong). "
              "Reformat the series without tilt.");
    else if (steps.largest_drift > largest_drift_mm)
      add(Severity::Warning, "geometry.rounded-positions-sideways",
          "slices lie up to " + mm(steps.largest_drift) + " beside the stack's axis, without a trend (positions are rounded).");
  }

  void check_declared_spacing(const SliceSteps& steps)
  {
    const auto declared = place(0).declared_spacing;
    if (!declared || std::abs(*declared - steps.mean) <= declared_spacing_tolerance * steps.mean) return;
    add(Severity::Warning, "geometry.declared-spacing",
        "Spacing Between Slices (0018,0088) says " + mm(*declared) + ", the slice positions say " + mm(steps.mean) +
            " (tools that trust the former get wrong volumes). The positions are used.");
  }

  void describe_gap(const SliceSteps& steps)
  {
    if (!place(0).thickness) return;
    const double gap = steps.mean - *place(0).thickness;
    certificate_.gap = Millimeters{gap};
    if (gap > 0.01 * steps.mean)
      add(gap > *place(0).thickness ? Severity::Warning : Severity::Note, "geometry.gap",
          "gap of " + mm(gap) + " between slices of " + mm(*place(0).thickness) + ": volumes are counted by the slice spacing of " +
              mm(steps.mean) + ".");
    if (gap < -0.01 * steps.mean)
      add(Severity::Note, "geometry.overlap",
          "slices overlap by " + mm(-gap) + ": volumes are counted by the slice spacing of " + mm(steps.mean) + ".");
  }

  GeometryCertificate& certificate_;
  const FrameList& sorted_;
  PatientVector normal_;
};
}  // namespace

double certify_slices(GeometryCertificate& certificate, const FrameList& sorted) { return SliceCertifier(certificate, sorted).certify(); }
}  // namespace nadir::imaging
