#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "imaging/result/identities.h"
#include "imaging/units/millimeters.h"
#include "measure/lesion/stated_threshold.h"
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
  SeriesUid series;             ///< empty when drawn on no series
  SopInstanceUid sop_instance;  ///< empty when it lies on no single image, e.g. a reformat
  bool operator==(const DrawnCaliper&) const = default;
};

/// A segmentation that the reader took as the lesion. Its voxels are a blob of the record.
struct AcceptedMask
{
  Digest mask;
  std::optional<int> label;  ///< which label of the mask; none when it has one only
  std::string source;        ///< "file", "one click", "propagation", ...: how it came about
  bool operator==(const AcceptedMask&) const = default;
};

/// One part of a target that fell apart (rule T4): the line that was drawn on it, or its length where it was measured elsewhere.
struct Fragment
{
  std::optional<Line> longest;
  std::optional<Millimeters> length;  ///< only without a line
  SeriesUid series;                   ///< of the line, as of a caliper
  SopInstanceUid sop_instance;
  bool operator==(const Fragment&) const = default;
};
/// Of the line, otherwise as given; 0 mm for a part that has neither.
Millimeters length_of(const Fragment& fragment);

/// A state in words of the rules N3, NT1 and NL1: "ABSENT", "TOO_SMALL", "UNEQUIVOCAL_PROGRESSION", ...
struct StatedState
{
  std::string state;
  std::string reason;
  std::vector<Fragment> fragments = {};  ///< SPLIT: one or more parts, whose lengths are added
  LesionId merged_into = {};             ///< MERGED_INTO: the target that carries the whole mass
  bool operator==(const StatedState&) const = default;
};

/// What the reader did to one lesion at one time point. A state excludes caliper, mask and threshold; the first two may stand together (the
/// diameter by hand, the volume by segmentation).
struct LesionMarks
{
  std::optional<DrawnCaliper> caliper;
  std::optional<AcceptedMask> mask;
  std::optional<measure::StatedThreshold> threshold;  ///< of necrosis in the mask, set by the reader; stays when the mask is corrected
  std::optional<StatedState> state;
  bool operator==(const LesionMarks&) const = default;

  bool is_empty() const { return !caliper && !mask && !threshold && !state; }
};
}  // namespace nadir::reading
