#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/identities.h"
#include "imaging/result/result.h"
#include "imaging/units/milliliters.h"
#include "imaging/units/millimeters.h"
#include "measure/lesion/lesion.h"
#include "measure/response/calendar_day.h"
#include "measure/response/lesion_state.h"
#include "measure/response/reported_length.h"
#include "measure/response/response_error.h"

namespace nadir::measure
{
/// How a lesion was examined (rule B10).
enum class Modality
{
  NotStated,
  Mri,
  Ct,
  ChestXray,
  Clinical,  ///< callipers on a superficial lesion
  Ultrasound,
  Other,  ///< endoscopy, PET, bone scan, ...: shows presence, never measures
};
std::string_view name_of(Modality modality);
std::optional<Modality> parse_modality(std::string_view word);  ///< "MR", "MRI", "CT", ...; "" is NotStated; unknown -> Other

/// Whether a non-target or new lesion is larger than when it made progression (iRECIST, rule X2).
enum class FurtherIncrease
{
  NotStated,  ///< recorded lengths decide
  Yes,
};

/// A volume known within bounds.
struct VolumeBounds
{
  Milliliters least;
  Milliliters most;
};

/// What a reader says about one lesion at one time point. Lengths are raw (not rounded) millimetres.
struct LesionReading
{
  LesionState state = LesionState::NotDone;
  std::optional<Millimeters> longest_diameter;
  std::optional<Millimeters> short_axis;       ///< longest perpendicular to it; what counts for a node (N2)
  std::optional<Millimeters> viable_diameter;  ///< longest diameter of the enhancing part (mRECIST-like)
  std::optional<Milliliters> volume;
  std::optional<Milliliters> viable_volume;
  std::optional<VolumeBounds> solid_volume;         ///< what is not necrotic or liquid by its images, living or not
  std::optional<double> enhancement;                ///< signal ratio to muscle after contrast, no unit (Choi-like MR)
  std::optional<Millimeters> longest_in_any_plane;  ///< for the plane flag F6; never enters the sum
  std::optional<Millimeters> slice_thickness;
  std::optional<Millimeters> slice_spacing;  ///< centre to centre
  Modality modality = Modality::NotStated;
  std::optional<CalendarDay> examined;  ///< when it differs from the time point's date (R10)
  std::vector<Millimeters> fragments;   ///< SPLIT: lengths of the parts; when empty the length above is their sum
  LesionId merged_into;                 ///< MERGED_INTO: the target that carries the whole mass
  FurtherIncrease further_increase = FurtherIncrease::NotStated;
  std::string reason;  ///< free text: why not evaluable, what progressed
};

/// Tumour markers, which a complete response of non-target disease needs normal (rule NT2).
enum class Markers
{
  NotFollowed,
  Normal,
  Elevated,
};

/// All examinations of one assessment (rule N1).
struct TimepointReading
{
  TimepointLabel label;
  int sequence = 0;  ///< 0 = baseline; orders the time points, the date never does
  std::optional<CalendarDay> date;
  std::vector<LesionReading> lesions;  ///< same order and count as PatientReadings::lesions()
  Markers markers = Markers::NotFollowed;
};

/// What is asked about a lesion at baseline and cannot be measured on it (rules B6 to B9).
enum class LesionNature
{
  Solid,
  SimpleCyst,               ///< not malignant (B7)
  CysticMetastasis,         ///< measurable, but solid lesions are preferred (B7)
  LyticBoneWithSoftTissue,  ///< measure the soft-tissue component (B6)
  BlasticBone,              ///< not measurable (B6)
  Diffuse,                  ///< effusion, ascites, leptomeningeal, lymphangitic, ...: never measurable (B9)
};

enum class PriorTreatment
{
  NotAsked,
  No,
  Yes,                    ///< irradiated or treated locally before: not measurable (B8)
  YesAndProgressedSince,  ///< measurable again (B8)
};

/// A lesion with what baseline conformance needs to know.
struct ReadLesion
{
  Lesion lesion;
  LesionNature nature = LesionNature::Solid;
  PriorTreatment prior_treatment = PriorTreatment::NotAsked;
};

/// The readings of one patient by one reader: what every rule set works on. Valid once made.
///
///     auto readings = PatientReadings::make(lesions, timepoints);
///     if (readings) auto response = recist_1_1::assess(*readings, Protocol{});
///
/// Time points are sorted by sequence number; the first is the baseline.
/// A nodal target with one length only (no short axis) is accepted: the length is taken as its short axis, and warnings() says so.
class PatientReadings
{
public:
  static Result<PatientReadings> make(std::vector<ReadLesion> lesions, std::vector<TimepointReading> timepoints);

  const std::vector<ReadLesion>& lesions() const { return lesions_; }
  const std::vector<TimepointReading>& timepoints() const { return timepoints_; }
  const std::vector<std::string>& warnings() const { return warnings_; }

  /// Positions in lesions() of the lesions of one role.
  const std::vector<std::size_t>& of_role(LesionRole role) const;
  bool has_targets() const { return !targets_.empty(); }
  bool has_non_targets() const { return !non_targets_.empty(); }

  /// The length that counts for a lesion there, each raw length rounded once to the quantum (N4): longest diameter, for a node
  /// the short axis (N2, B13), for SPLIT the sum of the fragments (T4). Positions are those of lesions() and timepoints().
  std::optional<ReportedLength> counted_length(std::size_t lesion, std::size_t timepoint, ReportedLength quantum) const;

private:
  PatientReadings() = default;
  std::vector<ReadLesion> lesions_;
  std::vector<TimepointReading> timepoints_;
  std::vector<std::size_t> targets_, non_targets_, new_lesions_;
  std::vector<std::string> warnings_;
};
}  // namespace nadir::measure
