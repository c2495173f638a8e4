#pragma once

#include <QtCore/QString>
#include <optional>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "imaging/units/millimeters.h"

namespace nadir::viewer
{
enum class OverlayStyle
{
  Measured,    ///< a line in an acquired slice
  OnReformat,  ///< a line on a reformat: to be marked as such
  Adding,
  Removing,
};

struct OverlayLine
{
  PatientPoint from;
  PatientPoint to;
  QString text;
  OverlayStyle style = OverlayStyle::Measured;
};

/// A brush seen from above, or the path it has taken: round ends, twice the radius wide.
struct OverlayStroke
{
  std::vector<PatientPoint> path;
  Millimeters radius;
  OverlayStyle style = OverlayStyle::Adding;
};

/// What a mode adds to a view while it is at work. Patient LPS, mm.
struct Overlay
{
  std::vector<OverlayLine> lines;
  std::vector<PatientPoint> handles;
  std::vector<OverlayStroke> strokes;
  std::optional<PatientPoint> magnified;  ///< what a magnifier should show
};
}  // namespace nadir::viewer
