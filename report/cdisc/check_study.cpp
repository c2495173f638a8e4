#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/check_reading.h"

namespace nadir::report::cdisc
{
namespace
{
constexpr std::array<std::string_view, 3> roles{"INVESTIGATOR", "INDEPENDENT ASSESSOR", "ADJUDICATOR"};
constexpr std::size_t longest_identifier = 64;

bool is_identifier(std::string_view text)
{
  const auto is_allowed = [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != ','; };
  return !text.empty() && text.size() <= longest_identifier && std::all_of(text.begin(), text.end(), is_allowed) &&
         std::string_view("=+-@'").find(text.front()) == std::string_view::npos;
}

Failure no_identifier(std::string_view variable, std::string_view what_to_do)
{
  return Failure{CdiscError::IdentifierInvalid,
                 std::string(variable) +
                     " is no identifier (the other datasets of the study could not be matched with it; it needs 1 to 64 printable " +
                     "ASCII characters without blanks, commas and quotation marks, and none of = + - @ ' in front). " +
                     std::string(what_to_do)};
}

bool is_evaluator_id(std::string_view id)
{
  return id.empty() || (id.starts_with("RADIOLOGIST ") && id.size() == 13 && id.back() >= '1' && id.back() <= '9');
}

Result<Done> check_evaluator(const Evaluator& evaluator)
{
  if (std::find(roles.begin(), roles.end(), evaluator.role) == roles.end())
    return Failure{CdiscError::IdentifierInvalid, "--EVAL of a reading is no term of the CDISC list (who read could not be told). Use "
                                                  "INVESTIGATOR, INDEPENDENT ASSESSOR or ADJUDICATOR."};
  if (!is_evaluator_id(evaluator.id))
    return Failure{CdiscError::IdentifierInvalid, "--EVALID of a reading is no term of the CDISC list (who read could not be told). Use "
                                                  "RADIOLOGIST 1 to RADIOLOGIST 9, or leave it empty."};
  return Done{};
}

/// The readings of one subject.
struct SubjectReaders
{
  std::map<std::pair<std::string, std::string>, int> evaluators;
  int accepted = 0;
};

Result<Done> check_readers(const std::string& subject, const SubjectReaders& readers)
{
  for (const auto& [evaluator, count] : readers.evaluators)
    if (count > 1)
      return Failure{CdiscError::SameReadingTwice,
                     "subject " + subject + " has " + std::to_string(count) + " readings by " + evaluator.first + " " + evaluator.second +
                         " (their rows could not be told apart). Give each reading its own evaluator, or export one of them."};
  if (readers.accepted > 1)
    return Failure{CdiscError::ReadersUnclear, "subject " + subject + " has several accepted readings (--ACPTFL names one). Accept one."};
  return Done{};
}
}  // namespace

std::string Evaluator::prefix() const
{
  if (id.starts_with("RADIOLOGIST ")) return (role == "INDEPENDENT ASSESSOR" ? "R" : role.substr(0, 3) + "-R") + id.substr(12);
  return role == "INDEPENDENT ASSESSOR" ? "IND" : role.substr(0, 3);
}

std::string subject_of(const Study& study, const StudyReading& reading)
{
  return reading.subject.empty() ? study.id + "-" + reading.assessment->patient : reading.subject;
}

Result<Done> check_study(const Study& study)
{
  if (study.id.empty())
    return Failure{CdiscError::NoStudy, "the study has no identifier (STUDYID is required in every dataset). Give one."};
  if (!is_identifier(study.id) || study.id.size() > 20)
    return no_identifier("STUDYID", "Give the study's identifier, 20 characters at most.");
  std::map<std::string, SubjectReaders> subjects;
  for (const auto& reading : study.readings)
  {
    const auto subject = subject_of(study, reading);
    if (!is_identifier(subject)) return no_identifier("USUBJID", "Give the subject's identifier of the study.");
    if (const auto checked = check_evaluator(reading.evaluator); !checked) return checked;
    auto& readers = subjects[subject];
    ++readers.evaluators[{reading.evaluator.role, reading.evaluator.id}];
    readers.accepted += reading.evaluator.accepted == Accepted::Yes;
  }
  for (const auto& [subject, readers] : subjects)
    if (const auto checked = check_readers(subject, readers); !checked) return checked;
  return Done{};
}
}  // namespace nadir::report::cdisc
