#pragma once

#include <optional>
#include <string_view>

namespace nadir::measure
{
/// Response category of one time point, or of one part of it (target, non-target, overall).
enum class Category
{
  CompleteResponse,     ///< "CR"
  PartialResponse,      ///< "PR"
  StableDisease,        ///< "SD"
  NonCrNonPd,           ///< "NON-CR/NON-PD", the middle category of non-target disease (rules NT2, O3)
  ProgressiveDisease,   ///< "PD"
  NotEvaluable,         ///< "NE"
  NotApplicable,        ///< "NA": no lesion of this kind at baseline
  NoEvidenceOfDisease,  ///< "NED": no disease at baseline and none now (rule B15)
  Baseline,             ///< "baseline": the time point against which the others are compared
};

/// The word of the case report form: "CR", "NON-CR/NON-PD", ...
std::string_view name_of(Category category);

/// Reads a word of the case report form, any letter case; "ND" (not done) is NE; unknown -> nullopt.
std::optional<Category> parse_category(std::string_view word);
}  // namespace nadir::measure
