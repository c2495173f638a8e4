#pragma once

#include <optional>

#include "measure/response/recist_1_1/best_response.h"

namespace nadir::measure::recist_1_1
{
/// A span of days and how it ended.
struct Duration
{
  int days = 0;
  enum class End
  {
    Progression,     ///< the day progression was seen
    LastAssessment,  ///< no progression so far: at least this long (censored)
  } end = End::Progression;
};

/// Dates and durations of a course (rules R10, R11; sections 4.6.2 and 4.6.3). All none when a date is missing.
struct ResponseDurations
{
  std::optional<CalendarDay> first_response;  ///< first CR or PR
  std::optional<CalendarDay> first_complete_response;
  std::optional<CalendarDay> progression;     ///< first PD
  std::optional<Duration> response;           ///< first CR or PR -> PD
  std::optional<Duration> complete_response;  ///< first CR -> PD
  std::optional<Duration> stable_disease;     ///< start -> PD; only when the best response is SD or NON-CR/NON-PD
};

/// `best`: the confirmed or the unconfirmed best response, as the protocol decides. With a confirmed best response only
/// confirmed responses have a duration. Last assessment: the last counted visit that is not NE.
ResponseDurations durations(const ResponseCourse& course, const BestResponse& best, const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
