#pragma once

#include <string_view>

namespace nadir::measure
{
/// Why a case was not assessed. IdentityQuestion, OrderQuestion and ComparabilityQuestion are questions to a person, not defects of a file.
enum class AssessmentError
{
  CaseUnreadable,         ///< the case file cannot be read or is no JSON
  CaseInvalid,            ///< a key is missing, unknown, of the wrong kind or contradicts another one
  FolderUnusable,         ///< a time point's folder does not exist or cannot be read
  IdentityQuestion,       ///< time points differ in patient, sex, laterality or body part
  OrderQuestion,          ///< acquisition dates contradict the order of the time points
  ComparabilityQuestion,  ///< the technique of two examinations is too different to compare their numbers
  MaskUnusable,           ///< a mask cannot be read, has several labels without a choice, or lies outside the images
};
std::string_view error_code(AssessmentError error);
}  // namespace nadir::measure
