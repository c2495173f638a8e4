#include "report/transport/dimse_query.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>

#include "report/transport/association.h"
#include "report/transport/store_status.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
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

struct Collected
{
  std::vector<QueryMatch> matches;
  T_ASC_Association* association = nullptr;
};

void collect(void* data, T_DIMSE_C_FindRQ*, int, T_DIMSE_C_FindRSP*, DcmDataset* answer)
{
  auto& collected = *static_cast<Collected*>(data);
  if (!answer) return;
  if (collected.matches.size() <= most_matches) collected.matches.push_back(match_of(*answer));
  if (collected.matches.size() == most_matches + 1) ASC_abortAssociation(collected.association);
}
} // namespace

Result<std::vector<QueryMatch>> find(const DicomPeer& peer, const Query& query)
{
  const std::string service = UID_FINDStudyRootQueryRetrieveInformationModel;
  auto association = Association::open(peer, {{service, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}});
  if (!association) return association.failure();
  DcmDataset identifiers;
  fill(identifiers, query);
  T_DIMSE_C_FindRQ request{};
  request.MessageID = association->handle()->nextMsgID++;
  std::copy_n(service.c_str(), service.size() + 1, request.AffectedSOPClassUID);
  request.DataSetType = DIMSE_DATASET_PRESENT;
  request.Priority = DIMSE_PRIORITY_MEDIUM;
  T_DIMSE_C_FindRSP response{};
  DcmDataset* detail = nullptr;
  Collected collected{{}, association->handle()};
  int count = 0;
  const OFCondition condition = DIMSE_findUser(association->handle(), association->context_for(service, ""), &request, &identifiers, count,
                                               collect, &collected, DIMSE_NONBLOCKING, association->timeout(), &response, &detail);
  delete detail;
  if (collected.matches.size() > most_matches)
    return Failure(TransportError::PeerFailed, "the query has more than " + std::to_string(most_matches) +
                                                   " answers (nobody could choose among them). Narrow it down.");
  if (condition.bad()) association->abort();
  if (condition.bad())
    return Failure(TransportError::Unreachable,
                   std::string("the query got no answer: ") + condition.text() + " (what there is remains unknown). Try again.");
  if (response.DimseStatus != STATUS_Success)
    return Failure(TransportError::PeerFailed, "the peer ended with " + status_words(response.DimseStatus) + " (what there is remains unknown). Ask its keeper.");
  return std::move(collected.matches);
}
} // namespace nadir::report
