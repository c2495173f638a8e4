#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "measure/lesion/assessment.h"
#include "measure/response/calendar_day.h"

namespace nadir::report::cdisc
{
/// Whether a reading is the one that the study goes by.
enum class Accepted
{
  No,
  Yes,
};

/// Who read, in the words of the CDISC lists EVAL and MEDEVAL.
struct Evaluator
{
  std::string role = "INVESTIGATOR";  ///< --EVAL: "INVESTIGATOR", "INDEPENDENT ASSESSOR" or "ADJUDICATOR"
  std::string id{};                   ///< --EVALID: "RADIOLOGIST 1"; "" when the role alone tells
  Accepted accepted = Accepted::No;   ///< --ACPTFL; used where a study has several readers

  /// What the lesions of this reader are told apart by: "R1", "ADJ", "INV".
  std::string prefix() const;
};

/// One reading of one subject. `assessment` lives longer than this.
struct StudyReading
{
  const measure::Assessment* assessment = nullptr;
  std::string subject;  ///< USUBJID; "" = study id, '-', the assessment's own name for the patient
  Evaluator evaluator{};
  std::optional<measure::CalendarDay> treatment_start{};  ///< RFSTDTC; without it no study day is written
  std::map<LesionId, std::string> tracking_uids{};        ///< TUSPID: what leads from the lesion to its images; may be empty
};

/// Rows beyond what RECIST 1.1 asks for.
enum class ImagingRows
{
  No,
  Yes,  ///< TR: VOLUME in mL and VDIAM in mm of each lesion that has them
};

/// What is to be written as SDTM datasets.
struct Study
{
  std::string id;  ///< STUDYID
  std::vector<StudyReading> readings;
  ImagingRows imaging_rows = ImagingRows::No;
};
}  // namespace nadir::report::cdisc
