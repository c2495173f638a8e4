#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "imaging/units/milliliters.h"
#include "imaging/units/millimeters.h"
#include "measure/lesion/comparability.h"
#include "measure/lesion/evidence.h"
#include "measure/lesion/finding.h"
#include "measure/lesion/key_image.h"
#include "measure/lesion/lesion.h"
#include "measure/lesion/response_limits.h"
#include "measure/lesion/tissue_content.h"

namespace nadir::measure
{
/// One lesion at one time point: what was measured, or why not.
struct LesionAssessment
{
  Lesion lesion;
  std::string state;   ///< word of spec rules N3, NT1 or NL1: "MEASURED", "ABSENT", "PRESENT", ...
  std::string reason;  ///< why, in the reader's words, where the state needs it
  std::optional<Caliper> longest_diameter;
  std::optional<Caliper> short_axis;
  std::optional<Caliper> longest_in_any_plane;
  std::optional<Caliper> feret_3d;
  std::optional<Caliper> longest_inside;
  std::optional<Milliliters> volume;
  std::map<std::string, Milliliters> volume_estimates;  ///< "voxels", "surface", "contours"
  std::optional<Milliliters> volume_uncertainty;
  std::optional<Millimeters> diameter_uncertainty;
  std::optional<Millimeters> response_contribution;  ///< what entered the sum of diameters
  std::vector<Millimeters> fragments;                ///< SPLIT: lengths of the parts (rule T4)
  LesionId merged_into;                              ///< MERGED_INTO: the target that carries the whole mass (rule T4)
  std::optional<TissueContent> tissue;               ///< living and dead parts, where images show them
  Evidence evidence;
  std::vector<std::string> warnings;
  std::optional<KeyImage> key_image;
};

/// The RECIST 1.1 call of one time point, with its reasons.
struct ResponseAssessment
{
  std::optional<Millimeters> sum_of_diameters;  ///< absent when incomplete or without targets
  std::optional<Millimeters> baseline_sum;
  std::optional<Millimeters> nadir_sum;
  std::optional<double> change_from_baseline_percent;
  std::optional<double> change_from_nadir_percent;
  std::optional<Millimeters> change_from_nadir;
  std::string target_response;      ///< "CR", "PR", "SD", "PD", "NE", "NA"; "baseline" at baseline
  std::string non_target_response;  ///< "CR", "NON-CR/NON-PD", "PD", "NE", "NA"
  std::string overall_response;
  std::string margin;     ///< nearest other category: "2.0 mm from PD (T01 +2.0 mm)"; "" without one
  std::string certainty;  ///< of an independent reading: "SD 91.2 %, PD 8.8 %; sum 54.1 to 60.3 mm"; "" at baseline
  std::vector<LesionId> new_lesions;
  std::vector<Finding> findings;
};

/// A series that was used, with the certificate of its geometry in words.
struct SeriesAssessment
{
  SeriesUid series;
  std::string stack_id;
  std::string sequence;  ///< "T1 post-contrast"
  std::string plane;
  bool measurable = false;
  std::vector<std::pair<std::string, std::string>> certificate;     ///< name -> value with unit
  std::vector<std::pair<std::string, std::string>> remarks;         ///< severity -> text
  std::vector<std::pair<std::string, std::string>> sequence_clues;  ///< attribute = value -> meaning
};

struct TimepointAssessment
{
  TimepointLabel label;
  std::string date;  ///< ISO 8601 "2024-01-31", "" when unknown
  std::vector<LesionAssessment> lesions;
  ResponseAssessment response;
  std::vector<Flag> flags;
  std::vector<ComparabilityReport> comparability;  ///< with baseline, one for each pair of series that lesions were measured on
  std::vector<SeriesAssessment> series;
  std::vector<std::string> warnings;
};

/// An input file or folder and what identifies it.
struct InputDigest
{
  std::string role;  ///< "case", "mask T01 baseline", "images baseline"
  std::string name;  ///< file or folder name as the case gives it
  std::string sha256;
};

/// Pairing of a baseline series with a follow-up series, with the reasons.
struct SeriesPairing
{
  std::string baseline_stack;
  std::string followup_label;
  std::string followup_stack;
  std::string reason;
};

/// The whole assessment of one patient: a value that every report is a function of.
struct Assessment
{
  std::string patient;  ///< the case's own name for the patient, never a DICOM attribute
  std::string software_version;
  std::string criteria = "RECIST 1.1";
  std::vector<std::string> protocol_differences;  ///< from the default protocol, in words
  ResponseLimits limits;                          ///< of the protocol that was used
  std::vector<TimepointAssessment> timepoints;
  std::vector<SeriesPairing> pairings;
  std::vector<InputDigest> inputs;
  std::vector<std::string> warnings;
};
}  // namespace nadir::measure
