#pragma once

#include <set>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/timepoint_images.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::measure
{
/// Something only a person can answer before two examinations are compared.
struct Question
{
  std::string key;   ///< what answers it: "patient-id", "birth-date", "sex", "laterality", "body-part", "order"
  std::string text;  ///< names the time points, never the patient
};

/// Compares every two time points: patient ID (with issuer), birth date, sex, laterality, body part, and the order of the
/// acquisitions. Values that one side does not give raise no question. No value of a patient is shown, not even as a digest. Source:
/// hazards H1, H2 of the reliability specification.
std::vector<Question> identity_questions(const std::vector<const TimepointImages*>& timepoints);

/// The same of the very series a lesion was measured on at two time points: another one of the examination may hide a mismatch.
std::vector<Question> site_questions(const imaging::ImageStack& earlier, const imaging::ImageStack& later, const std::string& lesion);

/// Whether a SEG or RTSTRUCT is of the patient of its images (keys as above), and whether it names another series and another frame
/// of reference than any of them ("mask-images"). Mask files that name neither patient nor images raise no question.
std::vector<Question> mask_questions(const segmentation::MaskProvenance& mask, const TimepointImages& images, const std::string& lesion);

/// What may be confirmed: the keys of all questions that can be asked.
const std::vector<std::string>& question_keys();

/// Failure IdentityQuestion (or OrderQuestion, ComparabilityQuestion when only that is open) that lists every question not in `confirmed`.
Result<Done> require_answers(const std::vector<Question>& questions, const std::set<std::string>& confirmed);
}  // namespace nadir::measure
