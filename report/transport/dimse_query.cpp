#include "report/transport/dimse_query.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <memory>
#include <optional>

#include "imaging/gate/data_set_parser.h"

#include "report/transport/association.h"
#include "report/transport/dimse_message.h"
#include "report/transport/dimse_request.h"
#include "report/transport/store_status.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_answer = std::size_t{1} << 20;  // bytes of one match
const std::string service = UID_FINDStudyRootQueryRetrieveInformationModel;

const char* level_name(QueryLevel level) { return level == QueryLevel::Study ? "STUDY" : level == QueryLevel::Series ? "SERIES" : "IMAGE"; }

void put(DcmDataset& identifiers, const DcmTagKey& tag, const std::string& value) { identifiers.putAndInsertString(tag, value.c_str()); }

/// PS3.4 C.6.2.1: keys of the level and the unique keys above it.
void fill(DcmDataset& identifiers, const Query& query)
{
  put(identifiers, DCM_SpecificCharacterSet, "ISO_IR 192");
  put(identifiers, DCM_QueryRetrieveLevel, level_name(query.level));
  put(identifiers, DCM_PatientID, query.patient_id);
  put(identifiers, DCM_PatientName, query.patient_name);
  put(identifiers, DCM_StudyInstanceUID, query.study_instance);
  put(identifiers, DCM_StudyDate, query.study_date);
  put(identifiers, DCM_StudyDescription, "");
  if (query.level == QueryLevel::Study)
  {
    put(identifiers, DCM_ModalitiesInStudy, query.modality);
    return;
  }
  put(identifiers, DCM_Modality, query.modality);
  put(identifiers, DCM_SeriesInstanceUID, query.series_instance);
  put(identifiers, DCM_SeriesDescription, "");
  if (query.level != QueryLevel::Image) return;
  put(identifiers, DCM_SOPInstanceUID, query.sop_instance);
  put(identifiers, DCM_SOPClassUID, "");
}

std::string text_of(DcmDataset& answer, const DcmTagKey& tag)
{
  OFString value;
  answer.findAndGetOFStringArray(tag, value);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\0')) value.pop_back();
  return value.c_str();
}

QueryMatch match_of(DcmDataset& answer)
{
  answer.convertToUTF8();
  QueryMatch match;
  match.patient_id = text_of(answer, DCM_PatientID);
  match.patient_name = text_of(answer, DCM_PatientName);
  match.study_instance = text_of(answer, DCM_StudyInstanceUID);
  match.study_date = text_of(answer, DCM_StudyDate);
  match.study_description = text_of(answer, DCM_StudyDescription);
  match.series_instance = text_of(answer, DCM_SeriesInstanceUID);
  match.modality = text_of(answer, answer.tagExists(DCM_Modality) ? DCM_Modality : DCM_ModalitiesInStudy);
  match.series_description = text_of(answer, DCM_SeriesDescription);
  match.sop_instance = text_of(answer, DCM_SOPInstanceUID);
  match.sop_class = text_of(answer, DCM_SOPClassUID);
  return match;
}

/// The gate's own reader follows every length and bounds how deep sequences lie in each other; only then does the library read the same
/// bytes.
bool is_bounded(const std::string& bytes, bool has_explicit_vrs)
{
  const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
  auto source = imaging::detail::ByteSource::of_memory(std::make_shared<const std::vector<std::byte>>(first, first + bytes.size()));
  imaging::detail::DataSetTree tree;
  const imaging::GateLimits limits;
  return imaging::detail::DataSetParser(source, limits, tree).parse_data(0, {has_explicit_vrs});
}

/// The identifiers of one match.
std::optional<QueryMatch> match_in(const std::string& bytes, const std::string& transfer_syntax)
{
  const DcmXfer transfer(transfer_syntax.c_str());
  if (!is_bounded(bytes, transfer.isExplicitVR())) return std::nullopt;
  DcmInputBufferStream stream;
  stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
  stream.setEos();
  DcmDataset answer;
  answer.transferInit();
  const OFCondition read = answer.read(stream, transfer.getXfer(), EGL_noChange, DCM_MaxReadLength);
  answer.transferEnd();
  return read.good() ? std::optional(match_of(answer)) : std::nullopt;
}

Failure unanswered(const std::string& why)
{
  return Failure(TransportError::Unreachable, "the query got no answer: " + why + " (what there is remains unknown). Try again.");
}

Failure unreadable()
{
  return Failure(TransportError::PeerFailed,
                 "an answer to the query is no data set (what there is remains unknown). Ask the archive's keeper.");
}

bool ask(Association& association, const Query& query)
{
  DcmDataset identifiers;
  fill(identifiers, query);
  return send_request(association, {DimseRequest::Kind::Find, service, association.handle()->nextMsgID++}, identifiers);
}

Result<std::vector<QueryMatch>> answers_of(Association& association)
{
  MessageReader reader(association.handle(), association.timeout(), {});
  const std::string syntax = association.transfer_syntax_of(association.context_for(service, ""));
  std::vector<QueryMatch> matches;
  for (;;)
  {
    DimseCommand answer;
    std::string bytes;
    const auto came = reader.command(answer);
    if (came != Arrival::Whole) return unanswered(came == Arrival::Silent ? "the peer is silent" : "the connection broke");
    if (answer.field != DimseCommand::FindAnswer) return unreadable();
    const auto read = reader.data(answer, bytes, longest_answer);
    if (read == Arrival::TooMuch) return unreadable();
    if (read != Arrival::Whole) return unanswered("the connection broke");
    if (!answer.is_pending() && answer.status == STATUS_Success) return matches;
    if (!answer.is_pending())
      return Failure(TransportError::PeerFailed,
                     "the peer ended with " + status_words(answer.status) + " (what there is remains unknown). Ask its keeper.");
    auto match = match_in(bytes, syntax);
    if (!match) return unreadable();
    if (matches.size() == most_matches)
      return Failure(TransportError::PeerFailed, "the query has more than " + std::to_string(most_matches) +
                                                     " answers (nobody could choose among them). Narrow it down.");
    matches.push_back(std::move(*match));
  }
}
}  // namespace

Result<std::vector<QueryMatch>> find(const DicomPeer& peer, const Query& query)
{
  auto association = Association::open(peer, {{service, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}});
  if (!association) return association.failure();
  auto matches = ask(*association, query) ? answers_of(*association) : Result<std::vector<QueryMatch>>(unanswered("the connection broke"));
  if (!matches) association->abort();
  return matches;
}
}  // namespace nadir::report
