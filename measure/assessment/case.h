#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "imaging/result/identities.h"
#include "imaging/units/millimeters.h"
#include "measure/lesion/lesion.h"
#include "measure/lesion/stated_threshold.h"
#include "measure/response/protocol.h"

namespace nadir::measure
{
/// Two end points of a length, patient LPS mm.
struct LinePrompt
{
  PatientPoint from;
  PatientPoint to;
};

/// A reader's caliper: the longest diameter, and for a node (or a bidimensional reading) the short axis.
struct CaliperPrompt
{
  LinePrompt longest;
  std::optional<LinePrompt> short_axis;
};

/// A segmentation drawn elsewhere; `label` chooses one of several in the file. Lengths that were drawn beside it stay the reader's own;
/// volume and tissue come from the mask.
struct MaskPrompt
{
  std::filesystem::path file;
  std::optional<int> label;
  std::optional<CaliperPrompt> drawn = std::nullopt;
  std::optional<StatedThreshold> necrosis_threshold = std::nullopt;  ///< set by the reader; else found from the images
};

/// What a reader marked for the lesion to be found from: one stroke, one click or scribbles. At least one of line, point and scribbles.
/// Lengths that were drawn stay the reader's own; volume and tissue come from the lesion that is found.
struct DrawnPrompt
{
  std::optional<LinePrompt> longest;
  std::optional<LinePrompt> short_axis;  ///< needs `longest`
  std::optional<LinePrompt> extent;      ///< one point on the first and one on the last slice with tumour
  std::optional<PatientPoint> point;
  std::filesystem::path scribbles;  ///< "" = none
};

/// A state said in words of the RECIST specification (rules N3, NT1, NL1), e.g. ABSENT, TOO_SMALL, NOT_EVALUABLE, PRESENT,
/// UNEQUIVOCAL_PROGRESSION, EQUIVOCAL.
struct StatePrompt
{
  std::string state;
  std::string reason;
  std::vector<Millimeters> fragments{};  ///< SPLIT: lengths of the parts, one or more
  LesionId merged_into{};                ///< MERGED_INTO: the target that carries the whole mass
};

using Prompt = std::variant<MaskPrompt, CaliperPrompt, DrawnPrompt, StatePrompt>;

struct CaseTimepoint
{
  TimepointLabel label;
  std::filesystem::path folder;  ///< absolute or relative to the working directory; empty = no images
};

struct CaseLesion
{
  Lesion lesion;
  std::map<TimepointLabel, Prompt> prompts;  ///< no entry = not assessed at that time point
};

/// What a reader wants assessed. The order of the time points is the order of the case, baseline first (rule N1).
struct Case
{
  std::string patient;  ///< the case's own name for the patient
  std::vector<CaseTimepoint> timepoints;
  std::vector<CaseLesion> lesions;
  std::set<std::string> confirmed;      ///< questions already answered by a person: "patient-id", "sex", "order", ...
  std::filesystem::path protocol_file;  ///< the trial's protocol; empty = the default one. Whoever reads it sets `protocol`.
  Protocol protocol;                    ///< the rules that the responses follow
};
}  // namespace nadir::measure
