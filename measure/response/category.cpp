#include "measure/response/category.h"

#include "measure/response/word_table.h"

namespace nadir::measure
{
namespace
{
constexpr detail::WordTable<Category, 11> words = {{{Category::CompleteResponse, "CR"},
                                                    {Category::PartialResponse, "PR"},
                                                    {Category::StableDisease, "SD"},
                                                    {Category::NonCrNonPd, "NON-CR/NON-PD"},
                                                    {Category::ProgressiveDisease, "PD"},
                                                    {Category::NotEvaluable, "NE"},
                                                    {Category::NotApplicable, "NA"},
                                                    {Category::NoEvidenceOfDisease, "NED"},
                                                    {Category::Baseline, "baseline"},
                                                    {Category::NonCrNonPd, "NONCR/NONPD"},
                                                    {Category::NotEvaluable, "ND"}}};
}  // namespace

std::string_view name_of(Category category) { return detail::word_of(words, category); }
std::optional<Category> parse_category(std::string_view word) { return detail::value_of(words, word); }
}  // namespace nadir::measure
