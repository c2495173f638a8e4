#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measure/response/protocol.h"
#include "measure/response/recist_1_1/best_response.h"
#include "reading/table/subject_rows.h"

namespace nadir::reading
{
/// The visits of one subject as a course of responses.
struct SubjectCourse
{
  measure::recist_1_1::ResponseCourse course;
  std::vector<RowProblem> problems;  ///< with one of them the course must not be used
  std::vector<RowProblem> warnings;
};

/// Tables of overall responses: columns subject, date (YYYY-MM-DD), response (CR, PR, SD, NON-CR/NON-PD, PD, NE, NED, ND or BASELINE).
///
/// - Rows may stand in any order; visits are ordered by date. When no visit of a subject has a date, the order of the rows counts; some
///   with and some without a date is a problem, and so are two different responses on one day (the same twice counts once).
/// - Start (rule R4): reference_date of the protocol, else the row BASELINE, else unknown: then stable disease cannot be shown to have
///   lasted, and a warning says so. A visit before the start does not count; a warning says so.
/// - A subject with NON-CR/NON-PD and neither PR nor SD counts as one without target lesions.
class SequencesTable
{
public:
  static const std::vector<std::string_view>& needed_columns();
  explicit SequencesTable(const TableIndex& index);

  SubjectCourse course_of(const SubjectRows& rows, const measure::Protocol& protocol) const;

private:
  std::size_t date_ = 0, response_ = 0;
};
}  // namespace nadir::reading
