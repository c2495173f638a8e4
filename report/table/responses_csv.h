#pragma once

#include <string_view>

#include "report/table/csv_text.h"
#include "report/table/reader_assessment.h"

namespace nadir::report
{
/// responses.csv: one row a time point, baseline included. Lengths mm.
///
/// sum_mm: complete sums only; nadir_mm: smallest complete earlier sum; target, non_target, overall: words of the case report form;
/// new_lesion: NONE, EQUIVOCAL, UNEQUIVOCAL; margin_mm, margin_to: smallest change of the lengths of this time point that gives another
/// overall response, and which. p_cr to p_pd: probability that an independent reading gives that overall response; p_sd holds
/// NON-CR/NON-PD too; NE is in none of them; multiples of 0.001 (1000 drawn readings); empty at baseline. flags: ids, separated by ';'.
inline constexpr std::string_view responses_header = "subject,reader,timepoint,date,sum_mm,baseline_sum_mm,nadir_mm,target,non_target,"
                                                     "new_lesion,overall,margin_mm,margin_to,p_cr,p_pr,p_sd,p_pd,flags\n";
void append_responses(CsvText& csv, const ReaderAssessment& assessment);

/// criteria.csv: one row a time point and criterion; sizes in `unit`.
inline constexpr std::string_view criteria_header =
    "subject,reader,timepoint,date,criterion,unit,target,overall,size,baseline_size,nadir_size,rule\n";
void append_criteria(CsvText& csv, const ReaderAssessment& assessment);
}  // namespace nadir::report
