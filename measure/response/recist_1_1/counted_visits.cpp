#include "measure/response/recist_1_1/counted_visits.h"

namespace nadir::measure::recist_1_1
{
namespace
{
bool is_disease(Category category)
{
  return category == Category::PartialResponse || category == Category::StableDisease || category == Category::NonCrNonPd;
}
}  // namespace

std::vector<ResponseVisit> counted_visits(const ResponseCourse& course, const Protocol& protocol)
{
  std::vector<ResponseVisit> counted;
  bool complete_before = false;
  for (auto visit : course.visits)
  {
    if (course.last_counted_day && visit.date && *visit.date > *course.last_counted_day) break;
    const bool recurred =
        complete_before && is_disease(visit.category) && protocol.switches.reappearance_after_complete_response_is_progression;
    if (recurred) visit.category = visit.raw = Category::ProgressiveDisease;
    complete_before = complete_before || visit.category == Category::CompleteResponse;
    counted.push_back(visit);
    if (visit.category == Category::ProgressiveDisease) break;
  }
  return counted;
}
}  // namespace nadir::measure::recist_1_1
