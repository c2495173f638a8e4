#include "report/transport/incoming_store.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmf.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>
#include <memory>

namespace nadir::report
{
namespace
{
/// The bytes as they come, behind a header made of the request: no library reads the data set before the gate does.
OFCondition receive_bytes(T_ASC_Association* association, T_ASC_PresentationContextID context, const T_DIMSE_C_StoreRQ& request,
                          const std::filesystem::path& hidden, int timeout_seconds)
{
  DcmOutputFileStream* opened = nullptr;
  const OFCondition made = DIMSE_createFilestream(OFFilename(hidden.c_str()), &request, association, context, 1, &opened);
  const std::unique_ptr<DcmOutputFileStream> stream(opened);
  if (made.bad() || !stream) return made.bad() ? made : EC_MemoryExhausted;
  T_ASC_PresentationContextID received = 0;
  return DIMSE_receiveDataSetInFile(association, DIMSE_NONBLOCKING, timeout_seconds, &received, stream.get(), nullptr, nullptr);
}

T_DIMSE_C_StoreRSP answer_to(const T_DIMSE_C_StoreRQ& request, unsigned short status)
{
  T_DIMSE_C_StoreRSP response{};
  response.MessageIDBeingRespondedTo = request.MessageID;
  response.DimseStatus = status;
  response.DataSetType = DIMSE_DATASET_NULL;
  std::copy(std::begin(request.AffectedSOPClassUID), std::end(request.AffectedSOPClassUID), response.AffectedSOPClassUID);
  std::copy(std::begin(request.AffectedSOPInstanceUID), std::end(request.AffectedSOPInstanceUID), response.AffectedSOPInstanceUID);
  response.opts = O_STORE_AFFECTEDSOPCLASSUID | O_STORE_AFFECTEDSOPINSTANCEUID;
  return response;
}
} // namespace

bool receive_store(T_ASC_Association* association, unsigned char context, T_DIMSE_C_StoreRQ& request, ReceivingFolder& folder,
                   int timeout_seconds)
{
  const auto hidden = folder.next_hidden();
  const OFCondition received = receive_bytes(association, context, request, hidden, timeout_seconds);
  if (received.bad())
  {
    std::error_code problem;
    std::filesystem::remove(hidden, problem);
    return false;
  }
  const auto taken = folder.take(hidden);
  auto response = answer_to(request, taken ? STATUS_Success : STATUS_STORE_Error_CannotUnderstand);
  return DIMSE_sendStoreResponse(association, context, &request, &response, nullptr).good();
}
} // namespace nadir::report
