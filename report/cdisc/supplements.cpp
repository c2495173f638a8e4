#include "report/cdisc/supplements.h"

#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/text_pieces.h"

namespace nadir::report::cdisc
{
namespace
{
constexpr std::size_t most_pieces = 10;

/// What is added to a row.
struct Qualifier
{
  std::string name, label, value, origin;
};

Result<Done> add(std::vector<SupplementRecord>& supplements, const FindingRecord& record, const std::string& domain,
                 const Qualifier& qualifier)
{
  const auto pieces = text_pieces(qualifier.value);
  if (pieces.size() > most_pieces)
    return Failure{CdiscError::TextTooLong,
                   "subject " + record.subject + ", visit " + std::to_string(record.visit_number) + ": " + qualifier.name +
                       " has more than 2000 bytes (ten pieces of 200 are what a supplemental qualifier may have). Shorten the text."};
  for (std::size_t i = 0; i < pieces.size(); ++i)
    supplements.push_back({record.study, domain, record.subject, record.sequence, piece_name(qualifier.name, i), qualifier.label, pieces[i],
                           qualifier.origin, ""});
  return Done{};
}
}  // namespace

std::string piece_name(const std::string& name, std::size_t piece) { return piece == 0 ? name : name.substr(0, 7) + std::to_string(piece); }

Result<std::vector<SupplementRecord>> supplements_of(const std::vector<IdentificationRecord>& records)
{
  std::vector<SupplementRecord> supplements;
  for (const auto& record : records)
    for (const auto& qualifier : {Qualifier{"TULOCDTL", "Location Detail", record.location_detail, "Collected"},
                                  Qualifier{"LESIONID", "Lesion as the Reader Named It", record.lesion_id, "Collected"}})
      if (const auto added = add(supplements, record, "TU", qualifier); !added) return added.failure();
  return supplements;
}

Result<std::vector<SupplementRecord>> supplements_of(const std::vector<ResultRecord>& records)
{
  std::vector<SupplementRecord> supplements;
  for (const auto& record : records)
    for (const auto& qualifier : {Qualifier{"TRREASNE", "Reason Not Evaluable", record.reason_not_evaluable, "Assigned"},
                                  Qualifier{"TRREASW", "Reason in the Reader's Words", record.reason_words, "Collected"}})
      if (const auto added = add(supplements, record, "TR", qualifier); !added) return added.failure();
  return supplements;
}
}  // namespace nadir::report::cdisc
