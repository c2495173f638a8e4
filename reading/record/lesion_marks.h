#pragma once

#include <optional>
#include <string>

#include "imaging/geometry/patient_point.h"
#include "imaging/result/identities.h"
#include "reading/record/identities.h"

namespace nadir::reading
{
/// A straight line in the patient: LPS, mm.
struct Line
{
  PatientPoint from;
  PatientPoint to;
  bool operator==(const Line&) const = default;
};

/// A caliper as the reader left it, and the image it was drawn on.
struct DrawnCaliper
{
  Line longest;
  std::optional<Line> short_axis;
  SeriesUid series;              ///< empty when drawn on no series
  SopInstanceUid sop_instance;   ///< empty when it lies on no single image, e.g. a reformat
  bool operator==(const DrawnCaliper&) const = default;
};

/// A segmentation that the reader took as the lesion. Its voxels are a blob of the record.
struct AcceptedMask
{
  Digest mask;
  std::optional<int> label;      ///< which label of the mask; none when it has one only
  std::string source;            ///< "file", "one click", "propagation", ...: how it came about
  bool operator==(const AcceptedMask&) const = default;
};

/// A state in words of the rules N3, NT1 and NL1: "ABSENT", "TOO_SMALL", "UNEQUIVOCAL_PROGRESSION", ...
struct StatedState
{
  std::string state;
  std::string reason;
  bool operator==(const StatedState&) const = default;
};

/// What the reader did to one lesion at one time point. A state excludes caliper and mask; these two may stand together (the diameter by
/// hand, the volume by segmentation).
struct LesionMarks
{
  std::optional<DrawnCaliper> caliper;
  std::optional<AcceptedMask> mask;
  std::optional<StatedState> state;
  bool operator==(const LesionMarks&) const = default;

  bool is_empty() const { return !caliper && !mask && !state; }
};
}  // namespace nadir::reading
