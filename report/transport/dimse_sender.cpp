#include "report/transport/dimse_sender.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>
#include <set>

#include "report/transport/dimse_message.h"
#include "report/transport/dimse_query.h"
#include "report/transport/store_status.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_remark = std::size_t{1} << 16;  // bytes
const std::string explicit_little_endian = "1.2.840.10008.1.2.1", implicit_little_endian = "1.2.840.10008.1.2";

bool is_native(const std::string& syntax)
{
  return syntax == explicit_little_endian || syntax == implicit_little_endian || syntax == "1.2.840.10008.1.2.2";
}

/// One context for each kind of object and way of storing it; as many as fit.
std::vector<ProposedContext> contexts_of(const std::vector<OutgoingObject>& objects)
{
  std::set<std::pair<std::string, std::string>> kinds;
  for (const auto& object : objects) kinds.emplace(object.sop_class, is_native(object.transfer_syntax) ? "" : object.transfer_syntax);
  std::vector<ProposedContext> contexts;
  for (const auto& [sop_class, syntax] : kinds)
  {
    if (contexts.size() == Association::most_contexts) break;
    contexts.push_back({sop_class, syntax.empty() ? std::vector{explicit_little_endian, implicit_little_endian} : std::vector{syntax}});
  }
  return contexts;
}

T_DIMSE_C_StoreRQ request_of(T_ASC_Association* association, const OutgoingObject& object)
{
  T_DIMSE_C_StoreRQ request{};
  request.MessageID = association->nextMsgID++;
  std::copy_n(object.sop_class.c_str(), object.sop_class.size() + 1, request.AffectedSOPClassUID);
  std::copy_n(object.sop_instance.c_str(), object.sop_instance.size() + 1, request.AffectedSOPInstanceUID);
  request.DataSetType = DIMSE_DATASET_PRESENT;
  request.Priority = DIMSE_PRIORITY_MEDIUM;
  return request;
}
}  // namespace

Result<Done> DimseSender::begin(const std::vector<OutgoingObject>& objects)
{
  auto opened = Association::open(peer_, contexts_of(objects));
  if (!opened) return opened.failure();
  association_ = std::move(*opened);
  return Done{};
}

Outcome DimseSender::send(const OutgoingObject& object)
{
  if (!association_) return {object.sop_instance, Delivery::Open, "no connection"};
  const auto context = association_->context_for(object.sop_class, is_native(object.transfer_syntax) ? "" : object.transfer_syntax);
  if (context == 0) return {object.sop_instance, Delivery::Refused, "the peer takes no objects of this kind, or not stored in this way"};
  DcmFileFormat file;
  if (file.loadFile(object.file.c_str()).bad()) return {object.sop_instance, Delivery::Refused, "the file cannot be read"};
  T_DIMSE_Message message{};
  message.CommandField = DIMSE_C_STORE_RQ;
  message.msg.CStoreRQ = request_of(association_->handle(), object);
  const OFCondition sent =
      DIMSE_sendMessageUsingMemoryData(association_->handle(), context, &message, nullptr, file.getDataset(), nullptr, nullptr);
  auto outcome = sent.good() ? answer_about(object, message.msg.CStoreRQ.MessageID)
                             : Outcome{object.sop_instance, Delivery::Open, std::string("not sent: ") + sent.text()};
  if (outcome.delivery != Delivery::Open || outcome.words.starts_with("status")) return outcome;
  association_->abort();
  association_.reset();
  return outcome;
}

/// A success counts only for the object and the request that it names.
Outcome DimseSender::answer_about(const OutgoingObject& object, unsigned short request)
{
  MessageReader reader(association_->handle(), association_->timeout(), [&] { return !is_stopped_ || !is_stopped_(); });
  DimseCommand answer;
  std::string rest;
  auto came = reader.command(answer);
  if (came == Arrival::Whole) came = reader.data(answer, rest, longest_remark);
  if (came != Arrival::Whole)
    return {object.sop_instance, Delivery::Open,
            came == Arrival::Stopped  ? "stopped while it was underway"
            : came == Arrival::Silent ? "no answer: the peer is silent"
                                      : "no answer: the connection broke"};
  const bool is_about_it = answer.field == DimseCommand::StoreAnswer && answer.answers == request &&
                           (answer.sop_instance.empty() || answer.sop_instance == object.sop_instance);
  return is_about_it ? store_outcome(object.sop_instance, answer.status)
                     : Outcome{object.sop_instance, Delivery::Open, "no answer: the peer spoke of another object"};
}

Result<bool> DimseSender::has(const OutgoingObject& object)
{
  Query query;
  query.level = QueryLevel::Image;
  query.study_instance = object.study_instance;
  query.series_instance = object.series_instance;
  query.sop_instance = object.sop_instance;
  const auto matches = find(peer_, query);
  if (!matches) return matches.failure();
  return std::any_of(matches->begin(), matches->end(), [&](const QueryMatch& match) { return match.sop_instance == object.sop_instance; });
}
}  // namespace nadir::report
