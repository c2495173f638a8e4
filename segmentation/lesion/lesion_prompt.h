#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "imaging/volume/volume.h"

namespace nadir::segmentation
{
/// Two points a reader set, patient LPS mm.
struct PromptLine
{
  PatientPoint from;
  PatientPoint to;
};

enum class StrokeKind
{
  Foreground,  ///< what is painted belongs to the lesion
  Background,  ///< what is painted does not
};

/// A brush drawn through points (patient LPS mm): all voxels of the slices it lies in that are nearer to it than the radius.
struct Stroke
{
  StrokeKind kind = StrokeKind::Foreground;
  Millimeters radius{3.0};
  std::vector<PatientPoint> points;  ///< one point is a disc; consecutive points are joined
  int group = 0;                     ///< consecutive strokes of one kind and one group other than 0 are one scribble (rows of a label map)
};

/// What a reader marked of one lesion. At least one of long_axis, click and a foreground stroke must be there.
struct LesionPrompt
{
  std::optional<PromptLine> long_axis;   ///< longest diameter, drawn in one slice
  std::optional<PromptLine> short_axis;  ///< perpendicular to it, same slice; needs long_axis
  std::optional<PromptLine> extent;      ///< one point on the first and one on the last slice with tumour
  std::optional<PatientPoint> click;     ///< a point well inside
  std::vector<Stroke> strokes;
  /// Probability of tumour (0..1) expected from elsewhere, e.g. a lesion propagated from an earlier date; any grid, may be null.
  std::shared_ptr<const imaging::Volume> prior;
};
}  // namespace nadir::segmentation
