#pragma once

#include <string>

#include "report/table/reader_assessment.h"

namespace nadir::report
{
/// The whole derivation of one subject and reader as a person would write it: time point by time point what was read, each rule with its
/// clause, distance and probability of the other categories, flags with literature for and against, then best response, baseline
/// conformance, what else it could have been, and what to look at again. Plain text, lines end with LF.
std::string explanation_of(const ReaderAssessment& assessment);
}  // namespace nadir::report
