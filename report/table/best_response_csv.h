#pragma once

#include <string_view>

#include "report/table/csv_text.h"
#include "report/table/reader_assessment.h"

namespace nadir::report
{
/// best_response.csv: one row a subject and reader. bor: unconfirmed (rule R5); confirmed_bor: rules R6 and R7. response_date: first CR or
/// PR, progression_date: first PD, durations in days (rule R11) and how they ended (PD, or "last assessment": at least so long); all of
/// these for the best response that is the protocol's own. reason: why it is what it is.
inline constexpr std::string_view best_response_header =
    "subject,reader,bor,bor_date,confirmed_bor,confirmed_bor_date,response_date,complete_response_date,progression_date,response_days,"
    "response_end,complete_response_days,complete_response_end,stable_days,stable_end,reason\n";
void append_best_response(CsvText& csv, const ReaderAssessment& assessment);

/// The table of `nadir best-response`: one row a subject.
inline constexpr std::string_view sequence_best_response_header = "subject,bor,bor_date,confirmed_bor,confirmed_bor_date,reason\n";
void append_sequence_best_response(CsvText& csv, std::string_view subject, const measure::recist_1_1::BestResponses& best,
                                   std::string_view reason);
}  // namespace nadir::report
