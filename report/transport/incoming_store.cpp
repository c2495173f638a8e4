#include "report/transport/incoming_store.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmf.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>
#include <memory>

#include "report/transport/arrival_watch.h"

namespace nadir::report
{
namespace
{
T_DIMSE_C_StoreRQ dcmtk_request(const DimseCommand& command)
{
  T_DIMSE_C_StoreRQ request{};
  request.MessageID = command.message_id;
  request.DataSetType = DIMSE_DATASET_PRESENT;
  std::copy_n(command.sop_class.c_str(), command.sop_class.size() + 1, request.AffectedSOPClassUID);
  std::copy_n(command.sop_instance.c_str(), command.sop_instance.size() + 1, request.AffectedSOPInstanceUID);
  return request;
}

/// The bytes as they come, behind a header made of the request: no library reads the data set before the gate does.
Arrival receive_bytes(T_ASC_Association* association, MessageReader& reader, const DimseCommand& command,
                      const std::filesystem::path& hidden, const ReceivingFolder& folder)
{
  const auto request = dcmtk_request(command);
  DcmOutputFileStream* opened = nullptr;
  const OFCondition made = DIMSE_createFilestream(OFFilename(hidden.c_str()), &request, association, command.context, 1, &opened);
  const std::unique_ptr<DcmOutputFileStream> stream(opened);
  if (made.bad() || !stream) return Arrival::Broken;
  ArrivalWatch watch(folder);
  const auto came = reader.data(command,
                                [&](std::string_view bytes)
                                {
                                  const auto written = stream->write(bytes.data(), static_cast<offile_off_t>(bytes.size()));
                                  return static_cast<std::size_t>(written) == bytes.size() ? watch.add(bytes.size()) : Arrival::TooMuch;
                                });
  stream->flush();
  return came;
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
}  // namespace

Arrival receive_store(T_ASC_Association* association, MessageReader& reader, const DimseCommand& command, ReceivingFolder& folder)
{
  if (!command.has_data || command.sop_class.empty() || command.sop_instance.empty()) return Arrival::Broken;
  const auto hidden = folder.next_hidden();
  const auto received = receive_bytes(association, reader, command, hidden, folder);
  if (received != Arrival::Whole)
  {
    std::error_code problem;
    std::filesystem::remove(hidden, problem);
    return received;
  }
  const auto taken = folder.take(hidden);
  auto request = dcmtk_request(command);
  auto response = answer_to(request, taken ? STATUS_Success : STATUS_STORE_Error_CannotUnderstand);
  return DIMSE_sendStoreResponse(association, command.context, &request, &response, nullptr).good() ? Arrival::Whole : Arrival::Broken;
}
}  // namespace nadir::report
