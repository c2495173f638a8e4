#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/lesion/finding.h"
#include "measure/response/calendar_day.h"
#include "measure/response/category.h"
#include "measure/response/patient_response.h"
#include "measure/response/protocol.h"

namespace nadir::measure::recist_1_1
{
/// Overall response of one follow-up.
struct ResponseVisit
{
  std::optional<CalendarDay> date;
  Category category = Category::NotEvaluable;
  Category raw = Category::NotEvaluable;  ///< before a PR was kept (T12s): only this confirms a PR
};

/// What a patient without targets is called when a response is not confirmed.
enum class DiseaseAtBaseline
{
  WithTargets,
  NonTargetsOnly,
};

/// The follow-ups of one patient in order, with what limits them.
struct ResponseCourse
{
  std::vector<ResponseVisit> visits;
  std::optional<CalendarDay> start;             ///< R4: start of treatment or baseline examination
  std::optional<CalendarDay> last_counted_day;  ///< R1: end of treatment or start of another therapy; later visits do not count
  DiseaseAtBaseline disease = DiseaseAtBaseline::WithTargets;
};

/// Best overall response with the visit that gave it.
struct BestResponse
{
  Category category = Category::NotEvaluable;
  std::optional<std::size_t> visit;  ///< position in ResponseCourse::visits; earliest that gives the category (R5)
  std::optional<CalendarDay> date;
  bool is_confirmed = false;  ///< a CR or PR that a later visit confirmed (R7)
  Finding finding;            ///< rule, clause and reason, also why NE (R9)
};

struct BestResponses
{
  BestResponse unconfirmed;  ///< R5
  BestResponse confirmed;    ///< R6, R7
};

/// Best overall response (rules R1 to R9; sections 4.4.3, 4.4.4 and 4.6, table 3).
///
/// Counted visits (R1, R8): up to and including the first PD; after a CR any visit with disease (PR, SD, NON-CR/NON-PD) is PD
/// itself (protocol switch Q9/Q11); nothing after `last_counted_day`.
///
/// SD and NON-CR/NON-PD need a visit of at least that quality 42 days or more (protocol) after the start (R4, Q12). Visits or a
/// start without date cannot show it.
///
///   unconfirmed  CR > PR > SD > NON-CR/NON-PD > PD > NE
///   confirmed    CR confirmed by CR, else PR confirmed by PR or CR (R3, R7: `confirming_visit`), else SD (an unconfirmed CR or
///                PR counts as SD), else NON-CR/NON-PD, else PD, else NE
BestResponses best_response(const ResponseCourse& course, const Protocol& protocol);

/// The follow-ups of a patient as a course. Start: `reference_date` of the protocol, else the baseline's date.
ResponseCourse course_of(const PatientResponse& response, const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
